import type { Cluster } from '../core/cluster.ts';
import type { Item } from '../core/feed.ts';
import { asText, page } from './html.ts';

/** Posts and documents that are readable without script; the widgets show more. */
const MOST_NEWS = 30;
const MOST_DOCUMENTS = 10;

function when(date: string | undefined, precision: string | undefined): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(date ?? '') ?? [];
  if (!year) return '';
  const shown = `${day}/${month}/${year}${precision === 'minute' ? ` ${time}` : ''}`;
  return `<time datetime="${precision === 'minute' ? date : `${year}-${month}-${day}`}">${shown}</time>`;
}

function list(items: readonly Item[], names: ReadonlyMap<string, string>): string {
  const lines = items.map(({ title, summary = '', url, date_published, _tct }) => {
    const words = asText(title ?? summary);
    const meta = [asText(names.get(_tct?.school ?? '') ?? ''), when(date_published, _tct?.precision)];
    return `<li>${url ? `<a href="${asText(url)}" rel="noreferrer">${words}</a>` : words}<small>${meta.filter(Boolean).join(' · ')}</small></li>`;
  });
  return lines.length ? `<ul>\n${lines.join('\n')}\n</ul>` : '<p>Chưa có tin nào.</p>';
}

/**
 * The cluster's new posts and documents for phones and for those without the extension: lists that the widgets take
 * over where scripts run.
 *
 * @param newest of the news and of the documents, the newest first
 */
export function indexPage(
  { name, schools }: Cluster,
  newest: Record<'news' | 'documents', readonly Item[]>,
): string {
  const names = new Map(schools.map((school) => [school.id, school.name]));
  const news = list(newest.news.slice(0, MOST_NEWS), names);
  const documents = list(newest.documents.slice(0, MOST_DOCUMENTS), names);
  return page(
    name,
    `<main>
<h1>${asText(name)}</h1>
<tct-latest-news lang="vi" heading="" limit="20" search>
${news}
</tct-latest-news>${
      newest.documents.length
        ? `
<h2>Văn bản</h2>
<tct-document-list lang="vi" heading="" limit="10">
${documents}
</tct-document-list>`
        : ''
    }
</main>
<footer><a href="news.json">JSON Feed</a> · <a href="status.html">Tình trạng nguồn tin</a></footer>`,
    '<script async src="tct.js"></script>\n',
  );
}
