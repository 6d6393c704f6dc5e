import type { CSSResult, LitElement } from 'lit';

const LOADERS = {
  albums: () => import('./albums.ts'),
  carousel: () => import('./carousel.ts'),
  justified: () => import('./justified.ts'),
};

type Loaders = typeof LOADERS;

/** The code of the layouts other than the grid, as far as it is loaded. */
export type LazyLayouts = { [Name in keyof Loaders]?: Awaited<ReturnType<Loaders[Name]>> };

/**
 * Loads the code of a layout, if there is one of that name, and adds its styles to a gallery. Where that fails, the
 * photos appear as a grid.
 */
export async function loadLayout(name: string, layouts: LazyLayouts, gallery: LitElement): Promise<void> {
  if (!Object.hasOwn(LOADERS, name) || Object.hasOwn(layouts, name)) return;
  try {
    const code = await LOADERS[name as keyof Loaders]();
    Object.assign(layouts, { [name]: code });
    addStyles(code.styles, gallery);
  } catch {
    // The next update tries again.
  }
}

/** Adds styles to a gallery, where the lightbox may have added its own, and to all that follow. */
function addStyles(styles: CSSResult, gallery: LitElement): void {
  const { elementStyles } = gallery.constructor as typeof LitElement;
  if (!elementStyles.includes(styles)) elementStyles.push(styles);
  const root = gallery.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styles.styleSheet!])];
}
