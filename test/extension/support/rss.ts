export interface RssEntry {
  guid?: string;
  title: string;
  text?: string;
  link?: string;
  /** ms since the epoch */
  date?: number;
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/**
 * An RSS feed like that of a school's site.
 *
 * @param channel markup to add to the channel
 */
export function rss(entries: readonly RssEntry[], channel = ''): string {
  const items = entries.map(
    ({ guid, title, text = 'Tóm tắt', link, date }) =>
      `<item><title>${escapeXml(title)}</title>${link ? `<link>${escapeXml(link)}</link>` : ''}${
        guid ? `<guid isPermaLink="false">${escapeXml(guid)}</guid>` : ''
      }${date === undefined ? '' : `<pubDate>${new Date(date).toUTCString()}</pubDate>`}<description>${text}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Trường</title><link>https://truong.example/</link>${channel}${items.join('')}</channel></rss>`;
}
