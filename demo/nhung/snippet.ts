const escapeAttribute = (text: string) =>
  text.replace(/[&"<]/g, (character) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;' })[character]!);

export interface SnippetOptions {
  /** URL of the hub's folder. */
  hub: string;
  /** Name of the widget without `tct-`. */
  widget: string;
  /** By name; `true` for an attribute without a value. */
  attributes: Record<string, string>;
  /** Whether to write a `div` instead of the tag, for editors that strip unknown tags. */
  div: boolean;
}

/**
 * The lines to paste into a page: the script and the tag. The tag has an end tag: HTML ignores
 * self-closing, and the rest of the page would end up inside the element.
 *
 * @param height pixels to reserve until the content is loaded, against layout shift; 0 for none
 */
export function snippet({ hub, widget, attributes, div }: SnippetOptions, height = 0): string {
  const [tag, start, prefix] = div ? ['div', ` data-tct="${widget}"`, 'data-'] : [`tct-${widget}`, '', ''];
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${prefix}${name}${value === 'true' ? '' : `="${escapeAttribute(value)}"`}`,
  );
  const selector = div ? `[data-tct=${widget}]` : tag;
  const style = height ? `<style>${selector}{display:block;min-height:${height}px}</style>\n` : '';
  const script = `<script async src="${escapeAttribute(`${hub.replace(/\/*$/, '/')}tct.js`)}"></script>`;
  return `${script}\n${style}<${tag}${start}${written.join('')}></${tag}>`;
}
