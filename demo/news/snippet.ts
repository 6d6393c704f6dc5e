/** What a tag says when it says nothing: left out of the code that is copied. */
const DEFAULTS: Record<string, string> = {
  layout: 'list',
  limit: '5',
  'new-for': '3',
  'heading-level': '2',
  refresh: '0',
};

const quoted = (text: string) =>
  text.replace(/[&"<]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;' })[sign]!);

/**
 * The lines to paste: the script, and the tag with a full closing tag, because a self-closed one swallows what follows
 * it. Attributes that say the usual are left out.
 *
 * @param height pixels to be reserved until the news are there, so that nothing moves
 */
export function snippet(attributes: Record<string, string>, height = 0): string {
  const said = Object.entries(attributes).filter(([name, value]) => value !== '' && value !== DEFAULTS[name]);
  const words = said.map(([name, value]) => (value === 'true' ? ` ${name}` : ` ${name}="${quoted(value)}"`));
  const reserved = height ? `<style>tct-latest-news{display:block;min-height:${height}px}</style>\n` : '';
  return `<script async src="https://…/tct.js"></script>\n${reserved}<tct-latest-news${words.join('')}></tct-latest-news>`;
}
