import { type ClusterSource, LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { type ProbePorts, probeSite, tryProposals } from '../../core/discover/probe.ts';
import type { Feed } from '../../core/model/feed.ts';
import type { FetchedResponse } from '../../core/poll/poll-source.ts';
import { httpUrl } from '../../core/url.ts';
import { readOnce } from '../collect/read-source.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { errorMessage } from '../messages.ts';
import type { ListPages } from '../page/site-pages.ts';
import { readFeedSafely, readSiteSafely } from '../read/reader.ts';
import { UnreadableError } from '../read/unreadable-error.ts';
import { describeSample } from './check.ts';
import type { Output } from './output.ts';

/** List pages tried per kind where no feed works. */
const MAX_PAGES_PER_KIND = 6;

/** A source that works, and its feed. */
interface WorkingSource {
  source: ClusterSource;
  feed: Feed;
}

/** What was read, or why it cannot be read. */
async function orRefusal<T extends object>(reading: Promise<T>): Promise<T | { refusal: string }> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { refusal: error.message };
  }
}

function probePorts(client: HttpClient): ProbePorts<string> {
  return {
    async open(url, headers) {
      const response = await client.fetch(url, headers);
      const why = errorMessage(response);
      return why !== undefined || !('body' in response) ? { refusal: why ?? '' } : response;
    },
    read: (response) => orRefusal(readFeedSafely(response).then((feed) => ({ feed }))),
  };
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
  const ports = probePorts(client);
  let pages: ListPages | undefined;
  const inspect = async (page: FetchedResponse) => {
    const site = await orRefusal(readSiteSafely(page));
    if ('refusal' in site) return site;
    pages = site.pages;
    return site.inspection;
  };
  const site = await probeSite(home, { ...ports, inspect });
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
  const workingPages = async (kind: ListKind): Promise<WorkingSource[]> => {
    const working: WorkingSource[] = [];
    for (const source of pages?.[kind].slice(0, MAX_PAGES_PER_KIND) ?? [])
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
