import { type Cluster, type ClusterSchool, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import { hasSources } from '../collect/sources.ts';
import { escapeHtml } from '../escape-html.ts';
import { LIST_NAMES } from '../messages.ts';
import type { BuildFiles } from './build-files.ts';
import { htmlPage } from './html.ts';
import { htmlList } from './html-list.ts';
import { LAST_RUN_TAG, stoppedWarning, timeElement } from './last-run.ts';
import { schoolNames } from './list-files.ts';
import { alternateLinks, subscriptions } from './subscriptions.ts';

/** For each list: the widget's opening tag, the number of items shown without scripts, and the heading. */
const LIST_WIDGETS: Record<ListKind, [tag: string, maxItems: number, heading?: string]> = {
  news: ['tct-latest-news lang="vi" heading="" limit="20" search', 30],
  documents: ['tct-document-list lang="vi" heading="" limit="10"', 10, LIST_NAMES.documents],
  gallery: ['tct-gallery lang="vi" src="gallery.json" heading="" limit="6"', 6, LIST_NAMES.gallery],
};

/** The schools with their homepages. Those that are not read are listed as such. */
function schoolList(schools: readonly ClusterSchool[]): string {
  const lines = schools.map((school) => {
    const { name, home, active } = school;
    const note = !active ? 'không còn hoạt động' : !hasSources(school) ? 'chưa có nguồn tin' : '';
    return `<li><a href="${escapeHtml(home)}" rel="noreferrer">${escapeHtml(name)}</a>${note && ` <small>${note}</small>`}</li>`;
  });
  return `<h2>Các trường</h2>\n<ul class="schools">\n${lines.join('\n')}\n</ul>`;
}

/** The ways from the page to what it offers besides news; those to static pages only if they are published. */
function doors(build: Pick<BuildFiles, 'has'>): string {
  const all: [href: string, text: string, page?: string][] = [
    ['nhung/', 'Nhúng vào trang của bạn', 'nhung/index.html'],
    ['#rss', 'Đăng ký RSS'],
    ['docs/cai-tien-ich.html', 'Cài tiện ích', 'docs/cai-tien-ich.html'],
    ['docs/', 'Hướng dẫn', 'docs/index.html'],
  ];
  const links = all
    .filter(([, , page]) => page === undefined || build.has(page))
    .map(([href, text]) => `<a href="${href}">${text}</a>`);
  return `<nav aria-label="Dùng tin của trạm">${links.join('\n')}</nav>`;
}

/**
 * `index.html`: the cluster's newest posts. The lists are readable without scripts; where scripts run, widgets replace
 * them, show the weather, and say when the hub last ran: that is not in the page, which only changes with its lists.
 *
 * @param newest items of each list, newest first
 * @param build tells which static pages are published
 */
export function indexPage(
  cluster: Cluster,
  newest: Record<ListKind, readonly Item[]>,
  build: Pick<BuildFiles, 'has'>,
): string {
  const { name, hub, schools, places } = cluster;
  const names = schoolNames(cluster);
  const kinds = LIST_KINDS.filter((kind) => newest[kind].length);
  const sections = kinds.map((kind) => {
    const [tag, maxItems, heading] = LIST_WIDGETS[kind];
    const [tagName] = tag.split(' ');
    const above = heading ? `<h2>${heading}</h2>\n` : '';
    return `${above}<${tag}>\n${htmlList(newest[kind].slice(0, maxItems), kind, names)}\n</${tagName}>`;
  });
  if (places.length) sections.push('<tct-weather lang="vi" layout="compact"></tct-weather>');
  return htmlPage(
    name,
    `<main>
<h1>${escapeHtml(name)}</h1>
${doors(build)}
${stoppedWarning('Tin ở đây có thể đã cũ; hãy báo người quản trị trạm.')}
${sections.join('\n') || '<p>Chưa có tin nào.</p>'}
${subscriptions(cluster, kinds)}
${schoolList(schools)}
</main>
<footer><p id="last-run" hidden>Trạm chạy lần cuối lúc ${timeElement()}.</p>
<noscript><p>Trạm chạy lần cuối lúc nào: xem trang tình trạng.</p></noscript>
<p><a href="news.json">JSON Feed</a> · <a href="status.html">Tình trạng nguồn tin</a></p></footer>`,
    `${alternateLinks(cluster, kinds)}<script async src="tct.js"></script>\n${LAST_RUN_TAG}`,
    {
      'script-src': "'self'",
      // Older posts are at the configured address, where this page need not be.
      'connect-src': hub ? `'self' ${new URL(hub).origin}` : "'self'",
      // Pictures without a copy are on the schools' sites.
      'img-src': "'self' http: https: data:",
    },
  );
}
