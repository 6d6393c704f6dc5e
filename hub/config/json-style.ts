/** How a JSON text is laid out, so that what is added looks like the rest. */

/** The indentation of the line that an offset is in. */
export function indentAt(text: string, offset: number): string {
  const line = /[^\r\n]*$/.exec(text.slice(0, offset))![0];
  return /^[ \t]*/.exec(line)![0];
}

/** Whether there is only white space before an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(0, offset));
}

export interface JsonStyle {
  lineBreak: string;
  /** One level of indentation. */
  indent: string;
}

/** The style of a text; line feeds and two spaces where it shows none. */
export function styleOf(text: string): JsonStyle {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const indent = /(?:^|[\r\n])([ \t]+)["[{]/.exec(text)?.[1] ?? '  ';
  return { lineBreak, indent };
}

/** Longer objects and lists are broken into lines. */
const MAX_LINE = 110;

/** On one line, with spaces as people write them: `{ "url": "…", "every": 30 }`. */
function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (!fields.length) return '{}';
  return `{ ${fields.map(([key, field]) => `${JSON.stringify(key)}: ${inline(field)}`).join(', ')} }`;
}

/**
 * A value as JSON, on one line if it is short.
 *
 * @param indentation of the line that the value begins in
 * @param used characters of that line before the value
 */
export function formatJson(value: unknown, style: JsonStyle, indentation: string, used = 0): string {
  const line = inline(value);
  const isLong = indentation.length + used + line.length > MAX_LINE;
  if (!isLong || typeof value !== 'object' || value === null) return line;
  const deeper = indentation + style.indent;
  const join = (lines: string[]) =>
    lines.map((each) => style.lineBreak + deeper + each).join(',') + style.lineBreak + indentation;
  if (Array.isArray(value)) return `[${join(value.map((item) => formatJson(item, style, deeper)))}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const lines = fields.map(([key, field]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + formatJson(field, style, deeper, name.length);
  });
  return `{${join(lines)}}`;
}
