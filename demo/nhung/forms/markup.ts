const ESCAPES: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };

const escapeAttribute = (text: string) => text.replace(/[&"<]/g, (character) => ESCAPES[character]!);

export type Attribute = readonly [name: string, value: string];

/**
 * An element. It has an end tag even without content: HTML ignores self-closing, and the rest of the page would end up inside.
 * An attribute with an empty value is written as a name alone, except for the heading, where an empty value must be seen.
 *
 * @param content HTML, or code that a server replaces by HTML
 */
export function element(tag: string, attributes: readonly Attribute[], content = ''): string {
  const written = attributes.map(([name, value]) =>
    value || name.endsWith('heading') ? ` ${name}="${escapeAttribute(value)}"` : ` ${name}`,
  );
  return `<${tag}${written.join('')}>${content}</${tag}>`;
}

export const script = (url: string, ...others: Attribute[]): string =>
  element('script', [['async', ''], ['src', url], ...others]);
