import { type ClusterSource, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { proposeSources } from '../../core/discover/from-html.ts';
import type { Feed } from '../../core/model/feed.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { httpUrl } from '../../core/url.ts';
import { readOnce } from '../collect/read-source.ts';
import { type ClientOptions, HttpClient, type HubResponse, readContext } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { errorMessage } from '../messages.ts';
import { guessList, namedPages } from '../page/guess-list.ts';
import { HtmlPage } from '../page/html-page.ts';
import { PageError } from '../page/page-error.ts';
import { sampleOf } from './check.ts';
import type { Output } from './progress.ts';

/** Sources of a kind that are tried at most: a site is not combed through. */
const MAX_SOURCES_TRIED = 6;

interface Site {
  name?: string;
  cms?: string;
  /** By kind, best first: feeds, then pages to be read where no feed works. */
  feeds: Record<ListKind, ClusterSource[]>;
  pages: Record<ListKind, ClusterSource[]>;
}

function siteOf(answer: HubResponse): Site {
  const from = readContext(answer);
  const { cms, proposals } = proposeSources(answer.body, from);
  const feeds: Site['feeds'] = { news: [], documents: [], gallery: [] };
  for (const { kind, url } of proposals) feeds[kind].push({ url, kind: 'feed' });
  const text = decodeBytes(answer.body, from.contentType);
  // Somebody may know the feed already.
  if (!/<(?:html|head|body|!doctype html)\b/i.test(text.slice(0, 5000)))
    feeds.news.push({ url: answer.url, kind: 'feed' });
  const site: Site = { ...(cms && { cms }), feeds, pages: { news: [], documents: [], gallery: [] } };
  try {
    const page = new HtmlPage(text, answer.url);
    const named = page.title.split(/\s+[-–|>»]\s+/).find((part) => /trường/i.test(part));
    site.name = named ?? page.title;
    const item = guessList(page);
    if (item) site.pages.news.push({ url: answer.url, kind: 'page', item, pages: 1 });
    for (const { kind, url } of namedPages(page)) site.pages[kind].push({ url, kind: 'page', pages: 1 });
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
  }
  return site;
}

/** A source as it is written in a configuration. */
function written(source: ClusterSource): string | object {
  if (source.kind === 'feed') return source.url;
  const { pages: _, ...rest } = source;
  return rest;
}

interface Found {
  source: ClusterSource;
  feed: Feed;
}

/** Feeds of a category that happens to be called so are no documents: the one that tells most numbers is best. */
function best(found: readonly Found[], kind: ListKind): Found | undefined {
  const score = ({ feed }: Found) =>
    kind === 'documents' ? feed.items.filter(({ _tct }) => _tct?.document?.number).length : 0;
  return found.reduce<Found | undefined>(
    (best, each) => (best && score(best) >= score(each) ? best : each),
    undefined,
  );
}

function idOf(home: string): string {
  const [first = ''] = new URL(home).hostname.replace(/^www\./, '').split('.');
  return first.slice(0, 40);
}

/**
 * Tries what a homepage offers, feeds first and lists on pages where there is none, and prints what works, each with a
 * sample, and an entry for the configuration.
 *
 * @returns the exit code
 */
export async function proposals(address: string, client: ClientOptions, out: Output): Promise<number> {
  const home = httpUrl(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
  if (!home) {
    out.write(`“${address}” không phải địa chỉ trang. Ví dụ: tct-hub discover https://truong.example\n`);
    return 2;
  }
  const network = new HttpClient(client, [home]);
  const answer = await network.fetch(home, { Accept: 'text/html,*/*;q=0.5' });
  const why = errorMessage(answer);
  if (why || !('body' in answer)) {
    out.write(`${home}: ${why}\n`);
    return 1;
  }
  const site = siteOf(answer);
  out.write(`${home}: ${site.cms ? `trang ${site.cms}` : 'không nhận ra hệ quản trị'}. Đang thử…\n`);
  const robots = new Robots({}, network, Date.now());
  const entry: Record<string, unknown> = { id: idOf(home), name: site.name ?? 'Tên trường', home };
  const works = async (sources: readonly ClusterSource[], kind: ListKind) => {
    const found: Found[] = [];
    for (const source of sources.slice(0, MAX_SOURCES_TRIED)) {
      const feed = await readOnce(source, kind, network, robots);
      const good = typeof feed !== 'string' && feed.items.length > 0;
      const shown = source.kind === 'feed' ? source.url : JSON.stringify(written(source));
      out.write(`  ${good ? '✓' : '✗'} ${shown}\n`);
      out.write(
        `    ${good ? sampleOf(feed, kind) : typeof feed === 'string' ? feed : 'Không có bài nào.'}\n`,
      );
      if (good) found.push({ source, feed });
    }
    return best(found, kind);
  };
  for (const kind of LIST_KINDS) {
    const found = (await works(site.feeds[kind], kind)) ?? (await works(site.pages[kind], kind));
    if (found) entry[kind] = written(found.source);
  }
  if (!LIST_KINDS.some((kind) => entry[kind])) {
    out.write(
      'Không tìm thấy nguồn nào đọc được. Hãy thử với trang danh sách tin của trường, hoặc ghi kind "page" và bộ chọn CSS (xem mẫu: tct-hub init).\n',
    );
    return 1;
  }
  out.write(`\nChép vào "schools" của cấu hình, sửa id và tên:\n${JSON.stringify(entry, null, 2)}\n`);
  return 0;
}
