export interface Entry {
  guid?: string;
  title: string;
  text?: string;
  link?: string;
  /** ms since the epoch */
  date?: number;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** An RSS feed as a school's site writes it. */
export function rss(entries: readonly Entry[], channel = ''): string {
  const items = entries.map(
    ({ guid, title, text = 'Tóm tắt', link, date }) =>
      `<item><title>${escaped(title)}</title>${link ? `<link>${escaped(link)}</link>` : ''}${
        guid ? `<guid isPermaLink="false">${escaped(guid)}</guid>` : ''
      }${date === undefined ? '' : `<pubDate>${new Date(date).toUTCString()}</pubDate>`}<description>${text}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Trường</title><link>https://truong.example/</link>${channel}${items.join('')}</channel></rss>`;
}
