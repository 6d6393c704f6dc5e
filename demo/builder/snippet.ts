const quoted = (text: string) =>
  text.replace(/[&"<]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;' })[sign]!);

/**
 * The lines to paste: the script, and the tag with a full closing tag, because a self-closed one swallows what follows
 * it.
 *
 * @param attributes `true` is a bare attribute
 * @param height pixels to be reserved until the content is there, so that nothing moves
 */
export function snippet(tag: string, attributes: Record<string, string>, height = 0): string {
  const words = Object.entries(attributes).map(([name, value]) =>
    value === 'true' ? ` ${name}` : ` ${name}="${quoted(value)}"`,
  );
  const reserved = height ? `<style>${tag}{display:block;min-height:${height}px}</style>\n` : '';
  return `<script async src="https://…/tct.js"></script>\n${reserved}<${tag}${words.join('')}></${tag}>`;
}
