import { readdirSync, readFileSync } from 'node:fs';
import type { InitializeParams } from '@custom-elements-manifest/analyzer';
import * as analyzer from '@custom-elements-manifest/analyzer';

/** TypeScript with its syntax trees, which the analyzer exports without declaring so. */
const { ts } = analyzer as unknown as Pick<InitializeParams, 'ts'>;
type Node = Parameters<typeof ts.getJSDocCommentsAndTags>[0];

/** The files whose interfaces may occur in the elements' properties and events. */
const FILES = ['core/model', 'widgets']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  // Of the texts, only those of all widgets: the others are many, and no page needs more than their names.
  .filter((file) => file.endsWith('.ts') && !/\/locale\/(?!types\/locale\.ts$)/.test(file))
  .sort();

/** Stands in the comments of fields that pages never see. */
const UNPUBLISHED = 'Never published.';

/** A field of an interface; those of an object in a field are named with a dot. */
export interface Field {
  name: string;
  type: string;
  isOptional: boolean;
  description: string;
}

export interface Interface {
  name: string;
  /** Type parameters. */
  parameters: string[];
  description: string;
  /** `SelectDetail<Item>`. */
  base?: string;
  fields: Field[];
}

/** The text of a documentation comment, without its tags; empty if there is none. */
function descriptionOf(node: Node): string {
  // Before the first interface of a file stands the comment of the file too.
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  return ts.getTextOfJSDocComment(comment?.comment)?.replace(/\s+/g, ' ') ?? '';
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').replace(/;? ?\}$/, ' }');

function fieldsOf(members: readonly Node[], prefix = ''): Field[] {
  return members
    .filter(ts.isPropertySignature)
    .flatMap((member) => {
      const name = prefix + member.name.getText();
      const field = {
        name,
        isOptional: Boolean(member.questionToken),
        description: descriptionOf(member),
      };
      const { type } = member;
      if (type && ts.isTypeLiteralNode(type))
        return [{ ...field, type: 'object' }, ...fieldsOf([...type.members], `${name}.`)];
      return [{ ...field, type: oneLine(type?.getText() ?? 'unknown') }];
    })
    .filter(({ description }) => !description.includes(UNPUBLISHED));
}

function interfacesOf(file: string): Interface[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isInterfaceDeclaration).map((node) => ({
    name: node.name.text,
    parameters: node.typeParameters?.map(({ name }) => name.text) ?? [],
    description: descriptionOf(node),
    base: node.heritageClauses?.[0]?.types[0]?.getText(),
    fields: fieldsOf([...node.members]),
  }));
}

/** All interfaces of the model and the widgets by their names, which are unique among those that are public. */
export function readInterfaces(): Map<string, Interface> {
  return new Map(FILES.flatMap(interfacesOf).map((each) => [each.name, each]));
}

/** Names in a type that may be interfaces. */
const namesIn = (type: string): string[] => type.match(/\b[A-Z]\w*/g) ?? [];

/** A field of an interface that may inherit it, and the interface that declares it. */
export interface DeclaredField extends Field {
  declaredBy: string;
}

/**
 * The fields of an interface as it is used, with those it inherits.
 *
 * @param type for example `LoadDetail<Feed>`
 * @throws Error if there is no such interface
 */
export function resolveFields(type: string, interfaces: ReadonlyMap<string, Interface>): DeclaredField[] {
  const [, name = '', list = ''] = /^(\w+)(?:<(.*)>)?$/.exec(type) ?? [];
  const found = interfaces.get(name);
  if (!found) throw new Error(`No interface is named ${type}.`);
  const values = list.split(/, ?/);
  const filled = (text: string) =>
    found.parameters.reduce(
      (result, parameter, index) => result.replaceAll(new RegExp(`\\b${parameter}\\b`, 'g'), values[index]!),
      text,
    );
  return [
    ...(found.base ? resolveFields(filled(found.base), interfaces) : []),
    ...found.fields.map((field) => ({ ...field, type: filled(field.type), declaredBy: name })),
  ];
}

/** The interfaces that types mention, and those that these mention; sorted by name. */
export function reachable(types: readonly string[], interfaces: ReadonlyMap<string, Interface>): Interface[] {
  const names = new Set<string>();
  const visit = (type: string) => {
    for (const name of namesIn(type)) {
      const found = interfaces.get(name);
      if (!found || names.has(name)) continue;
      names.add(name);
      for (const field of found.fields) visit(field.type);
      if (found.base) visit(found.base);
    }
  };
  for (const type of types) visit(type);
  return [...names].sort().map((name) => interfaces.get(name)!);
}
