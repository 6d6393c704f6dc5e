import { writeFileSync } from 'node:fs';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import type { ElementClass, ElementManifest } from './element-manifest.ts';

/** The file with the elements' properties and events, on which the types of all frameworks stand. */
const PROPS = 'elements';
const PROPS_MODULE = `./${PROPS}.js`;

interface Framework {
  /** Imports, and a type `With<Element, Props>`: the properties together with those that the framework adds. */
  head: string;
  /** Where the framework looks tags up; `ENTRIES` stands for them. */
  tags: string;
  /** What the generator calls the properties, after the name of the class. */
  props?: string[];
}

const FRAMEWORKS: Record<string, Framework> = {
  react: {
    head: `import type { ClassAttributes, HTMLAttributes } from 'react';

type With<Element, Props> = Omit<HTMLAttributes<Element>, keyof Props> & ClassAttributes<Element> & Props;`,
    tags: `declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
ENTRIES
    }
  }
  interface CSSProperties extends CustomCssProperties {}
}`,
  },
  vue: {
    head: `import type { DefineComponent, HTMLAttributes } from 'vue';

/** In a template, \`@tct-load\` is the property \`onTctLoad\`. */
type With<_Element, Props> = DefineComponent<
  Omit<HTMLAttributes, keyof Props> & {
    [Name in keyof Props as Name extends \`ontct-\${infer Event}\` ? \`onTct\${Capitalize<Event>}\` : Name]: Props[Name];
  }
>;`,
    tags: `declare module 'vue' {
  interface GlobalComponents {
ENTRIES
  }
}`,
  },
  svelte: {
    head: `import type { HTMLAttributes } from 'svelte/elements';

type With<Element extends EventTarget, Props> = Omit<HTMLAttributes<Element>, keyof Props> & Props;`,
    tags: `declare module 'svelte/elements' {
  interface SvelteHTMLElements {
ENTRIES
  }
}`,
  },
  solid: {
    head: `import type { JSX } from 'solid-js';

type With<Element, Props> = Omit<JSX.HTMLAttributes<Element>, keyof Props> & Props;`,
    tags: `declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
ENTRIES
    }
  }
}`,
    props: ['Props', 'SolidJsProps'],
  },
};

/** Entries of the package with types only, each for the framework of its name. */
export const FRAMEWORK_NAMES = Object.keys(FRAMEWORKS);
export const FRAMEWORK_FILES = [PROPS, ...FRAMEWORK_NAMES].map((name) => `${name}.d.ts`);

const typesOf = (tag: string) => `./types/widgets/npm/${tag.replace('tct-', '')}.js`;

/** An event's type for a file that does not import what it names. */
const qualified = (type: string, tag: string) =>
  type.replace(/\b(?!CustomEvent\b)[A-Z]\w+/g, (name) => `import('${typesOf(tag)}').${name}`);

/** The manifest for the generator, which takes each attribute for a property and imports what event types name. */
const forGenerator = ({ modules, ...manifest }: ElementManifest): ElementManifest => ({
  ...manifest,
  modules: modules.map((module) => ({
    ...module,
    declarations: module.declarations.map((element) => ({
      ...element,
      attributes: element.attributes!.filter(({ fieldName }) => fieldName),
      events: element.events!.map((event) => ({
        ...event,
        type: { text: qualified(event.type.text, element.tagName) },
      })),
    })),
  })),
});

/** The types of properties, events and custom properties of the elements. */
function elementTypes(manifest: ElementManifest): string {
  const attributes = manifest.modules.flatMap(({ declarations }) =>
    declarations.flatMap((element) => element.attributes ?? []),
  );
  const own = new Map(
    attributes
      .filter(({ name, fieldName }) => !fieldName && name !== 'lang')
      .map((each) => [each.name, each]),
  );
  const types = generateJsxTypes(forGenerator(manifest), {
    fileName: '',
    stronglyTypedEvents: true,
    componentTypePath: (_name, tag) => typesOf(tag!),
  })!;
  // What follows declares the tags in the modules of seven frameworks at once: an error where any of them is missing.
  return `${types.slice(0, types.search(/^ *declare module ['"]/m)).trim()}

/** Attributes that are no properties. */
export interface OwnAttributes {
${[...own.values()].map(({ name, type, description }) => `  /** ${description} */\n  ${name}?: ${type!.text} | undefined;`).join('\n')}
}
`;
}

function frameworkTypes(
  { head, tags, props = ['Props'] }: Framework,
  elements: readonly ElementClass[],
): string {
  const names = elements.flatMap(({ name }) => props.map((suffix) => name + suffix));
  const entries = elements.map(({ name, tagName }) => {
    const all = [...props.map((suffix) => name + suffix), 'OwnAttributes'].join(' & ');
    return `      '${tagName}': With<${name}, ${all}>;`;
  });
  const imports = elements.map(({ name, tagName }) => `import type { ${name} } from '${typesOf(tagName)}';`);
  const properties = tags.includes('CustomCssProperties') ? ['CustomCssProperties'] : [];
  return `${imports.join('\n')}
import type { ${[...properties, 'OwnAttributes', ...names].join(', ')} } from '${PROPS_MODULE}';
${head}

${tags.replace('ENTRIES', entries.join('\n'))}
`;
}

/**
 * Writes the types of the tags in JSX and templates.
 *
 * @param folder of the npm package
 */
export function writeFrameworkTypes(manifest: ElementManifest, folder: string): void {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  writeFileSync(`${folder}/${PROPS}.d.ts`, elementTypes(manifest));
  for (const [name, framework] of Object.entries(FRAMEWORKS))
    writeFileSync(`${folder}/${name}.d.ts`, frameworkTypes(framework, elements));
}
