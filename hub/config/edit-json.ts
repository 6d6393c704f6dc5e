/**
 * Edits JSON with comments in place. Comments, order, indentation, trailing commas and line breaks stay, and a change of
 * one field changes one line: jsonc-parser's own `modify` lays the lines around a change out anew, and takes comments
 * with it.
 */
import { isDeepStrictEqual } from 'node:util';
import { createScanner, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { formatJson, indentAt, startsLine, styleOf } from './json-style.ts';

type Path = readonly (string | number)[];

/** Replaces `length` characters at `offset`. */
interface Edit {
  offset: number;
  length: number;
  text: string;
}

/** Edits must not overlap. */
function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { offset, length, text: added } of [...edits].sort((a, b) => b.offset - a.offset))
    result = result.slice(0, offset) + added + result.slice(offset + length);
  return result;
}

function nodeAt(text: string, path: Path): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root && findNodeAtLocation(root, [...path]);
}

const endOf = ({ offset, length }: Node) => offset + length;

/** Offset of the comma that follows an offset, behind white space and comments; undefined if something else follows. */
function commaAfter(text: string, offset: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  scanner.scan();
  return text[scanner.getTokenOffset()] === ',' ? scanner.getTokenOffset() : undefined;
}

/** Comments that follow in the same line, and the spaces at its end. */
const REST_OF_LINE = /(?:[ \t]*\/\*(?:(?!\*\/)[^\r\n])*\*\/)*(?:[ \t]*\/\/[^\r\n]*|[ \t]*(?=[\r\n]|$))?/y;

/** Where the spaces and comments end that follow an offset in its line. */
function endOfComments(text: string, offset: number): number {
  REST_OF_LINE.lastIndex = offset;
  return offset + REST_OF_LINE.exec(text)![0].length;
}

const isLineEnd = (text: string, offset: number) => offset >= text.length || /[\r\n]/.test(text[offset]!);

/** The offset behind a line break. */
const afterBreak = (text: string, offset: number) =>
  offset + (text.startsWith('\r\n', offset) ? 2 : offset < text.length ? 1 : 0);

/** Edits that add an entry after another one of the same object or list. */
function insertAfter(text: string, entry: Node, format: (indent: string) => string): Edit[] {
  const comma = commaAfter(text, endOf(entry));
  const end = comma === undefined ? endOf(entry) : comma + 1;
  const rest = endOfComments(text, end);
  const isCommented = text.slice(end, rest).trim() !== '' && isLineEnd(text, rest);
  const isLine = startsLine(text, entry.offset) || isCommented;
  const indent = indentAt(text, entry.offset);
  const offset = isLine ? rest : end;
  const added = (isLine ? styleOf(text).lineBreak + indent : ' ') + format(indent);
  if (comma !== undefined) return [{ offset, length: 0, text: `${added},` }];
  // In one edit if it is at the same place: two would be applied in any order.
  if (offset === end) return [{ offset, length: 0, text: `,${added}` }];
  return [
    { offset: end, length: 0, text: ',' },
    { offset, length: 0, text: added },
  ];
}

/** Edits that add the first entry of an object or a list. */
function insertInto(text: string, parent: Node, format: (indent: string) => string): Edit[] {
  const { lineBreak, indent } = styleOf(text);
  const close = endOf(parent) - 1;
  const outer = indentAt(text, parent.offset);
  const inside = text.slice(parent.offset + 1, close);
  const kept = inside.trimEnd();
  const offset = parent.offset + 1 + kept.length;
  const added = `${lineBreak}${outer}${indent}${format(outer + indent)}${lineBreak}${outer}`;
  return [{ offset, length: inside.length - kept.length, text: added }];
}

/**
 * Where to add a field below its commented-out example, such as `// "contact": "…"`; undefined if there is none that
 * stands by itself between other fields.
 */
function exampleOf(text: string, parent: Node, key: string): number | undefined {
  const fields = parent.children!;
  const inside = text.slice(parent.offset, endOf(parent));
  const found = inside.search(new RegExp(`(?<=[\\r\\n][ \\t]*)// *"${key}":`));
  const start = parent.offset + found;
  const next = fields.find(({ offset }) => offset > start);
  const before = next && fields[fields.indexOf(next) - 1];
  // With a field behind it, whose comma is there already. And not in a field or a longer comment.
  if (found < 0 || !next || (before && endOf(before) > start)) return undefined;
  const between = text.slice(before ? endOf(before) : parent.offset, start);
  return between.includes('/*') ? undefined : endOfComments(text, start);
}

/** Edits that add a field: below its commented-out example, behind another field, or at the end. */
function addField(text: string, parent: Node, key: string, value: unknown, after?: string): Edit[] {
  const name = `${JSON.stringify(key)}: `;
  const format = (indent: string) => name + formatJson(value, styleOf(text), indent, name.length);
  const fields = parent.children ?? [];
  const example = exampleOf(text, parent, key);
  if (example !== undefined) {
    const indent = indentAt(text, example);
    return [{ offset: example, length: 0, text: `${styleOf(text).lineBreak}${indent}${format(indent)},` }];
  }
  const before = fields.find((field) => field.children![0]!.value === after) ?? fields.at(-1);
  return before ? insertAfter(text, before, format) : insertInto(text, parent, format);
}

/** Edits that remove an entry of an object or a list: its lines with what is noted behind it, if it has them alone. */
function removeEntry(text: string, entry: Node): Edit[] {
  const siblings = entry.parent!.children!;
  const previous = siblings[siblings.indexOf(entry) - 1];
  const comma = commaAfter(text, endOf(entry));
  const end = comma === undefined ? endOf(entry) : comma + 1;
  const edits: Edit[] = [];
  const isLast = entry === siblings.at(-1);
  if (isLast && comma === undefined && previous) {
    const before = commaAfter(text, endOf(previous))!;
    edits.push({ offset: before, length: 1, text: '' });
  }
  const rest = endOfComments(text, end);
  if (startsLine(text, entry.offset) && isLineEnd(text, rest)) {
    const start = entry.offset - /[ \t]*$/.exec(text.slice(0, entry.offset))![0].length;
    return [...edits, { offset: start, length: afterBreak(text, rest) - start, text: '' }];
  }
  const spaces = (at: number) => /^[ \t]*/.exec(text.slice(at))![0].length;
  const before = isLast && previous ? /[ \t]*$/.exec(text.slice(0, entry.offset))![0].length : 0;
  const after = isLast && previous ? 0 : spaces(end);
  edits.push({ offset: entry.offset - before, length: end - entry.offset + before + after, text: '' });
  return edits;
}

/**
 * Sets a field to a value, in an object that is there.
 *
 * @param path the last part is the name of the field
 * @param after the field behind which it is added if it is new
 */
export function setField(text: string, path: Path, value: unknown, after?: string): string {
  if (nodeAt(text, path)) return changeValue(text, path, value);
  const parent = nodeAt(text, path.slice(0, -1))!;
  return apply(text, addField(text, parent, String(path.at(-1)), value, after));
}

/** Removes a field or an item; a path that leads nowhere changes nothing. */
export function removeAt(text: string, path: Path): string {
  const node = nodeAt(text, path);
  if (!node) return text;
  return apply(text, removeEntry(text, typeof path.at(-1) === 'string' ? node.parent! : node));
}

/** Adds an item at the end of a list that is there. */
export function appendItem(text: string, path: Path, value: unknown): string {
  const list = nodeAt(text, path)!;
  const format = (indent: string) => formatJson(value, styleOf(text), indent);
  const last = list.children!.at(-1);
  return apply(text, last ? insertAfter(text, last, format) : insertInto(text, list, format));
}

/** The value at a path. */
export function valueAt(text: string, path: Path): unknown {
  const node = nodeAt(text, path);
  return node && plainValue(node);
}

function plainValue(node: Node): unknown {
  if (node.type === 'array') return node.children!.map(plainValue);
  if (node.type !== 'object') return node.value;
  // Not by assignment: a field may be named `__proto__`.
  return Object.fromEntries(
    node.children!.map(({ children }) => [children![0]!.value, plainValue(children![1]!)]),
  );
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of two sources: those of the same URL are the same one, changed. */
const urlOf = (source: unknown) => (isObject(source) ? source.url : source);

/** Changes a value into another one, by as few edits as possible. */
export function changeValue(text: string, path: Path, wanted: unknown): string {
  const given = valueAt(text, path);
  if (isDeepStrictEqual(given, wanted)) return text;
  if (isObject(given) && isObject(wanted)) return changeObject(text, path, given, wanted);
  if (Array.isArray(given) && Array.isArray(wanted)) {
    const changed = changeList(text, path, given, wanted);
    if (changed !== undefined) return changed;
  }
  const { offset, length } = nodeAt(text, path)!;
  const indent = indentAt(text, offset);
  const used = /[^\r\n]*$/.exec(text.slice(0, offset))![0].trimStart().length;
  return apply(text, [{ offset, length, text: formatJson(wanted, styleOf(text), indent, used) }]);
}

function changeObject(
  text: string,
  path: Path,
  given: Record<string, unknown>,
  wanted: Record<string, unknown>,
): string {
  let result = text;
  let after: string | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    result = setField(result, [...path, key], value, after);
    after = key;
  }
  for (const key of Object.keys(given))
    if (wanted[key] === undefined) result = removeAt(result, [...path, key]);
  return result;
}

/** Undefined unless the lists have the same items in the same order, but for removed and changed ones and new ones at the end. */
function changeList(text: string, path: Path, given: unknown[], wanted: unknown[]): string | undefined {
  const kept = given.filter((item) => wanted.some((other) => urlOf(other) === urlOf(item)));
  const isInOrder = kept.every((item, index) => urlOf(item) === urlOf(wanted[index]));
  if (!isInOrder || !kept.length || kept.length > wanted.length) return undefined;
  let result = text;
  for (const [index, item] of [...given.entries()].reverse())
    if (!kept.includes(item)) result = removeAt(result, [...path, index]);
  for (const [index, item] of wanted.entries())
    result =
      index < kept.length ? changeValue(result, [...path, index], item) : appendItem(result, path, item);
  return result;
}
