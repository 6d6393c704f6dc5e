import { type ClusterSource, LIST_KINDS, type ListKind, type PageSource } from '../../core/config/cluster.ts';
import { type ProbePorts, probeSite, type SiteProbe, tryProposals } from '../../core/discover/probe.ts';
import type { Feed } from '../../core/model/feed.ts';
import { readContext } from '../../core/poll/poll-source.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { httpUrl } from '../../core/url.ts';
import { readOnce, readSource, UnreadableError } from '../collect/read-source.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { errorMessage } from '../messages.ts';
import { guessList, namedPages } from '../page/guess-list.ts';
import { HtmlPage } from '../page/html-page.ts';
import { PageError } from '../page/page-error.ts';
import { describeSample } from './check.ts';
import type { Output } from './output.ts';

/** List pages tried per kind where no feed works. */
const MAX_PAGES_PER_KIND = 6;

/** A source that works, and its feed. */
interface WorkingSource {
  source: ClusterSource;
  feed: Feed;
}

function probePorts(client: HttpClient, robots: Robots): ProbePorts<string> {
  return {
    async open(url, headers) {
      const response = await client.fetch(url, headers);
      const why = errorMessage(response);
      return why !== undefined || !('body' in response) ? { refusal: why ?? '' } : response;
    },
    async read(response) {
      try {
        const source = { url: response.url, kind: 'feed' } as const;
        return { feed: await readSource(source, 'news', response, client, robots) };
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        return { refusal: error.message };
      }
    },
  };
}

/** Pages of a site that look like lists, by kind. */
function listPages({ page }: SiteProbe): Record<ListKind, PageSource[]> {
  const found: Record<ListKind, PageSource[]> = { news: [], documents: [], gallery: [] };
  try {
    const html = new HtmlPage(decodeBytes(page.body, readContext(page).contentType), page.url);
    const item = guessList(html);
    if (item) found.news.push({ url: page.url, kind: 'page', item, pages: 1 });
    for (const { kind, url } of namedPages(html)) found[kind].push({ url, kind: 'page', pages: 1 });
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
  }
  return found;
}

/** A source in the form of a configuration file. */
function toConfig(source: ClusterSource): string | object {
  if (source.kind === 'feed') return source.url;
  const { pages: _, ...rest } = source;
  return rest;
}

/**
 * The first source; for documents, the one with the most document numbers, since a news category may look like them.
 */
function bestSource(working: readonly WorkingSource[], kind: ListKind): WorkingSource | undefined {
  const score = ({ feed }: WorkingSource) =>
    kind === 'documents' ? feed.items.filter(({ _tct }) => _tct?.document?.number).length : 0;
  return working.reduce<WorkingSource | undefined>(
    (best, each) => (best && score(best) >= score(each) ? best : each),
    undefined,
  );
}

function schoolId(home: string): string {
  const [first = ''] = new URL(home).hostname.replace(/^www\./, '').split('.');
  return first.slice(0, 40);
}

/**
 * `tct-hub discover`: tries the sources that a site offers, feeds first, list pages where no feed works. Prints the
 * results and an entry for the configuration.
 *
 * @returns the exit code
 */
export async function discoverSources(address: string, options: ClientOptions, out: Output): Promise<number> {
  const home = httpUrl(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
  if (!home) {
    out.write(`“${address}” không phải địa chỉ trang. Ví dụ: tct-hub discover https://truong.example\n`);
    return 2;
  }
  const client = new HttpClient(options, [home]);
  const robots = new Robots({}, client, Date.now());
  const ports = probePorts(client, robots);
  const site = await probeSite(home, ports);
  if ('refusal' in site) {
    out.write(`${home}: ${site.refusal}\n`);
    return 1;
  }
  out.write(`${home}: ${site.cms ? `trang ${site.cms}` : 'không nhận ra hệ quản trị'}. Đang thử…\n`);

  const report = (source: ClusterSource, kind: ListKind, feed: Feed | string): WorkingSource[] => {
    const works = typeof feed !== 'string' && feed.items.length > 0;
    const shown = source.kind === 'feed' ? source.url : JSON.stringify(toConfig(source));
    out.write(`  ${works ? '✓' : '✗'} ${shown}\n`);
    out.write(
      `    ${works ? describeSample(feed, kind) : typeof feed === 'string' ? feed : 'Không có bài nào.'}\n`,
    );
    return works ? [{ source, feed }] : [];
  };
  const workingFeeds = async (kind: ListKind): Promise<WorkingSource[]> => {
    const working: WorkingSource[] = [];
    // The given address may be a feed.
    if (kind === 'news' && site.feed)
      working.push(...report({ url: site.page.url, kind: 'feed' }, kind, site.feed));
    await tryProposals(site.proposals, kind, ports, {
      onTried(tried) {
        const feed = 'feed' in tried ? tried.feed : tried.refusal;
        working.push(...report({ url: tried.url, kind: 'feed' }, kind, feed));
      },
    });
    return working;
  };
  const pages = listPages(site);
  const workingPages = async (kind: ListKind): Promise<WorkingSource[]> => {
    const working: WorkingSource[] = [];
    for (const source of pages[kind].slice(0, MAX_PAGES_PER_KIND))
      working.push(...report(source, kind, await readOnce(source, kind, client, robots)));
    return working;
  };

  const entry: Record<string, unknown> = { id: schoolId(home), name: site.title ?? 'Tên trường', home };
  for (const kind of LIST_KINDS) {
    const found = bestSource(await workingFeeds(kind), kind) ?? bestSource(await workingPages(kind), kind);
    if (found) entry[kind] = toConfig(found.source);
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
