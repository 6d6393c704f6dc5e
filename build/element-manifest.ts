import type { CustomElement, Package } from 'custom-elements-manifest/schema';

/** The description of an element in a custom elements manifest. */
export type ElementClass = CustomElement & {
  kind: 'class';
  tagName: string;
  /** Not in the types of the manifest yet. */
  cssStates?: { name: string; description?: string }[];
};

/** The file that defines an element. */
export type ElementModule = Omit<Package['modules'][number], 'declarations'> & {
  declarations: ElementClass[];
};

/** A custom elements manifest of elements only. */
export type ElementManifest = Omit<Package, 'modules'> & { modules: ElementModule[] };
