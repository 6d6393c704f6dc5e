const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** The address that stands for a hub's in all texts; the page's script replaces it by that of the hub that serves it. */
const SAMPLE_HUB = /https:\/\/tin\.truong\.example(\/?)/g;

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);

/** The content of a `code` element, in which the hub's address can be found. */
export const codeHtml = (code: string): string =>
  escapeHtml(code).replace(
    SAMPLE_HUB,
    (address, slash) => `<span class="${slash ? 'hub' : 'hub-origin'}">${address}</span>`,
  );

export const codeBlock = (code: string): string =>
  `<pre translate="no"><code>${codeHtml(code.trim())}</code></pre>\n`;

/** Text with code between backticks; outside code, with the quotation marks of print. */
export const textWithCode = (text: string): string =>
  text
    .split('`')
    .map((part, index) =>
      index % 2
        ? `<code translate="no">${codeHtml(part)}</code>`
        : escapeHtml(part.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”')),
    )
    .join('');

/** What a reader sees of HTML that was made here. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(lt|gt|quot|amp|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? "'",
    )
    .replace(/\s+/g, ' ')
    .trim();
