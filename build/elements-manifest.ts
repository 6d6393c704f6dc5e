import { readFileSync, writeFileSync } from 'node:fs';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import type { Attribute, ClassMember, Package } from 'custom-elements-manifest/schema';
import type { ElementClass, ElementManifest, ElementModule } from './element-manifest.ts';
import { FRAMEWORK_FILES, writeFrameworkTypes } from './framework-types.ts';
import { run } from './run-tool.ts';

const OUT = 'dist/npm';
const MANIFEST = 'custom-elements.json';
const EDITOR_DATA = {
  'vscode.html-custom-data.json': getVsCodeHtmlCustomData,
  'vscode.css-custom-data.json': getVsCodeCssCustomData,
};

export const MANIFEST_FILES = [MANIFEST, ...FRAMEWORK_FILES, ...Object.keys(EDITOR_DATA)];

const isElement = (declaration: object): declaration is ElementClass =>
  'tagName' in declaration && !!declaration.tagName;

/** The analyzer lists an attribute twice: as its comment describes it, and as the property behind it. */
function mergeAttributes(attributes: readonly Attribute[]): Attribute[] {
  const fields = new Map(attributes.filter(({ fieldName }) => fieldName).map((each) => [each.name, each]));
  return attributes
    .filter(({ description }) => description)
    .map(({ name, type, default: defaultValue, description }) => {
      const fieldName = fields.get(name)?.fieldName;
      return { name, type, default: defaultValue, description, ...(fieldName && { fieldName }) };
    });
}

/** What a page's script may use: described methods and properties, and the properties of attributes. */
function publicMembers(members: readonly ClassMember[], attributes: readonly Attribute[]): ClassMember[] {
  const documented = new Map(attributes.map((attribute) => [attribute.fieldName, attribute]));
  return members
    .filter(
      ({ privacy, static: isStatic, name }) =>
        !isStatic && !name.startsWith('#') && (privacy ?? 'public') === 'public',
    )
    .filter(({ name, description }) => description || documented.has(name))
    .map(({ inheritedFrom: _, ...member }) => ({
      ...member,
      description: member.description ?? documented.get(member.name)!.description,
    }));
}

/** The module of the package that defines an element, with what is public of it. */
function toModule(element: ElementClass): ElementModule {
  const { name, description, tagName, slots, events, cssParts, cssProperties, cssStates } = element;
  const path = `${tagName.replace('tct-', '')}.js`;
  const attributes = mergeAttributes(element.attributes ?? []);
  return {
    kind: 'javascript-module',
    path,
    declarations: [
      {
        kind: 'class',
        customElement: true,
        name,
        tagName,
        description,
        superclass: { name: 'LitElement', package: 'lit' },
        attributes,
        members: publicMembers(element.members ?? [], attributes),
        slots,
        events,
        cssParts,
        cssProperties,
        cssStates,
      },
    ],
    exports: [
      { kind: 'js', name, declaration: { name, module: path } },
      { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
    ],
  };
}

/**
 * Generates the custom elements manifest, the data for editors and the types for frameworks from the elements'
 * documentation comments, and writes them to the npm package. The manifest names the files and the members that the
 * package ships, and no others. The reference is rendered from it.
 */
export async function writeElementsManifest(): Promise<void> {
  await run(
    'cem',
    'analyze',
    '--config',
    'build/elements-config.js',
    '--litelement',
    '--globs',
    'widgets/**/*.ts',
    '--outdir',
    OUT,
    '--quiet',
  );
  const analysed: Package = JSON.parse(readFileSync(`${OUT}/${MANIFEST}`, 'utf8'));
  const manifest: ElementManifest = {
    schemaVersion: analysed.schemaVersion,
    modules: analysed.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(isElement)
      .map(toModule),
  };
  const text = JSON.stringify(manifest, null, 2);
  writeFileSync(`${OUT}/${MANIFEST}`, `${text}\n`);
  writeFrameworkTypes(manifest, OUT);
  for (const [name, dataFor] of Object.entries(EDITOR_DATA)) {
    const data = JSON.parse(dataFor(JSON.parse(text, sayDefault), { hideLogs: true }));
    writeFileSync(`${OUT}/${name}`, JSON.stringify(data, null, 2));
  }
}

/** Adds the default to a description, as editors show nothing else of an entry. A reviver for `JSON.parse`. */
function sayDefault(_key: string, value: unknown): unknown {
  const { description, default: defaultValue } = Object(value) as { description?: string; default?: string };
  return description && defaultValue
    ? Object.assign(value as object, { description: `${description} (${defaultValue})` })
    : value;
}
