const quoted = (text: string) =>
  text.replace(/[&"<]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;' })[sign]!);

export interface Wanted {
  /** Address of the hub's folder. */
  hub: string;
  /** Without `tct-`. */
  widget: string;
  /** `true` is a bare attribute. */
  attributes: Record<string, string>;
  /** A `div` instead of the tag, for editors that strip unknown tags. */
  div: boolean;
}

/**
 * The lines to paste: the script, and the tag with a full closing tag, because a self-closed one swallows what follows
 * it.
 *
 * @param height pixels to be reserved until the content is there, so that nothing moves
 */
export function snippet({ hub, widget, attributes, div }: Wanted, height = 0): string {
  const [tag, start, prefix] = div ? ['div', ` data-tct="${widget}"`, 'data-'] : [`tct-${widget}`, '', ''];
  const said = Object.entries(attributes).map(
    ([name, value]) => ` ${prefix}${name}${value === 'true' ? '' : `="${quoted(value)}"`}`,
  );
  const selector = div ? `[data-tct=${widget}]` : tag;
  const reserved = height ? `<style>${selector}{display:block;min-height:${height}px}</style>\n` : '';
  return `<script async src="${quoted(`${hub.replace(/\/*$/, '/')}tct.js`)}"></script>\n${reserved}<${tag}${start}${said.join('')}></${tag}>`;
}
