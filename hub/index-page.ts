import type { Cluster } from '../core/cluster.ts';
import type { Item } from '../core/feed.ts';
import { asText, page } from './html.ts';

/** Posts that are readable without script; the widget shows more. */
const MOST = 30;

function when(date: string | undefined, precision: string | undefined): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(date ?? '') ?? [];
  if (!year) return '';
  const shown = `${day}/${month}/${year}${precision === 'minute' ? ` ${time}` : ''}`;
  return `<time datetime="${precision === 'minute' ? date : `${year}-${month}-${day}`}">${shown}</time>`;
}

/** The cluster's new posts for phones and for those without the extension; the widget takes the list over. */
export function indexPage({ name, schools }: Cluster, news: readonly Item[]): string {
  const names = new Map(schools.map((school) => [school.id, school.name]));
  const items = news.slice(0, MOST).map(({ title, summary = '', url, date_published, _tct }) => {
    const words = asText(title ?? summary);
    const meta = [asText(names.get(_tct?.school ?? '') ?? ''), when(date_published, _tct?.precision)];
    return `<li>${url ? `<a href="${asText(url)}" rel="noreferrer">${words}</a>` : words}<small>${meta.filter(Boolean).join(' · ')}</small></li>`;
  });
  const list = items.length ? `<ul>\n${items.join('\n')}\n</ul>` : '<p>Chưa có tin nào.</p>';
  return page(
    name,
    `<h1>${asText(name)}</h1>\n<tct-latest-news lang="vi" heading="" limit="20" search>\n${list}\n</tct-latest-news>\n` +
      '<footer><a href="news.json">JSON Feed</a> · <a href="status.html">Tình trạng nguồn tin</a></footer>',
    '<script async src="tct.js"></script>\n',
  );
}
