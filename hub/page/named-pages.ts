import type { ListKind } from '../../core/config/cluster.ts';
import { kindOfName, listLikelihood } from '../../core/discover/list-names.ts';
import type { HtmlPage } from './html-page.ts';
import { descendants, isElement } from './tree.ts';

/** Names of more words are titles of posts. */
const MAX_NEWS_NAME_WORDS = 5;
const FILE = /\.(?!html?$|php$|aspx?$|jsp$)[a-z]\w{1,4}$/i;

function kindOfLink(name: string): ListKind | undefined {
  const kind = kindOfName(name);
  if (kind) return kind;
  return listLikelihood(name) === 2 && name.split(/\s+/).length <= MAX_NEWS_NAME_WORDS ? 'news' : undefined;
}

/**
 * Finds pages of the same site that a page links to by names such as "Tin tức", "Văn bản" or "Thư viện ảnh", in the
 * order of the page. Links in closed menus count, too.
 */
export function namedPages(page: HtmlPage): { kind: ListKind; url: string }[] {
  const { host } = new URL(page.url);
  const found = new Map<string, ListKind>();
  for (const node of descendants(page.root, ({ name }) => /^(?:script|style|template)$/.test(name))) {
    if (!isElement(node) || node.name !== 'a') continue;
    const url = page.resolveUrl(node.attribs.href)?.replace(/#.*/s, '');
    const kind = url && kindOfLink(page.textLine(node, 100) ?? node.attribs.title ?? '');
    if (!kind || url === page.url || found.has(url)) continue;
    const target = new URL(url);
    if (target.host === host && target.pathname + target.search !== '/' && !FILE.test(target.pathname))
      found.set(url, kind);
  }
  return [...found].map(([url, kind]) => ({ kind, url }));
}
