import { type Cluster, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import { LIST } from '../messages.ts';
import { asText, page } from './html.ts';

/** The lists of the page: what takes each over where scripts run, and how much of it is readable without. */
const LISTS: Record<ListKind, [element: string, most: number, heading?: string]> = {
  news: ['tct-latest-news lang="vi" heading="" limit="20" search', 30],
  documents: ['tct-document-list lang="vi" heading="" limit="10"', 10, LIST.documents],
  gallery: ['tct-gallery lang="vi" src="gallery.json" heading="" limit="6"', 6, LIST.gallery],
};

function when(date: string | undefined, precision: string | undefined): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(date ?? '') ?? [];
  if (!year) return '';
  const shown = `${day}/${month}/${year}${precision === 'minute' ? ` ${time}` : ''}`;
  return `<time datetime="${precision === 'minute' ? date : `${year}-${month}-${day}`}">${shown}</time>`;
}

function list(items: readonly Item[], names: ReadonlyMap<string, string>): string {
  const lines = items.map(({ title, summary, attachments, url, date_published, _tct }) => {
    const words = asText(title ?? summary ?? attachments?.[0]?.title ?? url ?? '');
    const meta = [asText(names.get(_tct?.school ?? '') ?? ''), when(date_published, _tct?.precision)];
    return `<li>${url ? `<a href="${asText(url)}" rel="noreferrer">${words}</a>` : words}<small>${meta.filter(Boolean).join(' · ')}</small></li>`;
  });
  return `<ul>\n${lines.join('\n')}\n</ul>`;
}

/**
 * What the cluster has that is new, for phones and for those without the extension: lists that the widgets take over
 * where scripts run, and the weather, which is theirs alone.
 *
 * @param newest of each list, the newest first
 */
export function indexPage(
  { name, schools, places }: Cluster,
  newest: Record<ListKind, readonly Item[]>,
): string {
  const names = new Map(schools.map((school) => [school.id, school.name]));
  const sections = LIST_KINDS.filter((kind) => newest[kind].length).map((kind) => {
    const [element, most, heading] = LISTS[kind];
    const [tag] = element.split(' ');
    const above = heading ? `<h2>${heading}</h2>\n` : '';
    return `${above}<${element}>\n${list(newest[kind].slice(0, most), names)}\n</${tag}>`;
  });
  if (places.length) sections.push('<tct-weather lang="vi" layout="compact"></tct-weather>');
  return page(
    name,
    `<main>
<h1>${asText(name)}</h1>
${sections.join('\n') || '<p>Chưa có tin nào.</p>'}
</main>
<footer><a href="news.json">JSON Feed</a> · <a href="status.html">Tình trạng nguồn tin</a></footer>`,
    '<script async src="tct.js"></script>\n',
  );
}
