import type { Cluster, ListKind } from '../../core/config/cluster.ts';
import type { Feed, Item } from '../../core/model/feed.ts';
import { forEachByHost } from '../collect/for-each-by-host.ts';
import { readOnce } from '../collect/read-source.ts';
import { type ConfiguredSource, configuredSources } from '../collect/sources.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { LIST_NAMES } from '../messages.ts';
import type { Output } from './output.ts';

/** A date for the terminal. @param date RFC 3339 */
export function shortDate(date: string | undefined): string {
  return date ? `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : 'không có ngày';
}

/** Per kind of list: the name of its items, and the field that most of them should have. */
const TRAITS: Record<ListKind, [items: string, has: string, test: (item: Item) => unknown]> = {
  news: ['bài', 'có ảnh', ({ image }) => image],
  documents: ['văn bản', 'có số ký hiệu', ({ _tct }) => _tct?.document?.number],
  gallery: ['mục', 'có ảnh', ({ image, attachments }) => image ?? attachments],
};

/** Describes what a source returned: the number of items, how complete they are, and the newest one. */
export function describeSample({ items }: Feed, kind: ListKind): string {
  const [name, has, test] = TRAITS[kind];
  const undated = items.filter(({ date_published }) => !date_published).length;
  const newest = items.reduce((newest, item) =>
    (item.date_published ?? '') > (newest.date_published ?? '') ? item : newest,
  );
  const words = newest.title ?? newest.summary ?? newest.attachments?.[0]?.title ?? newest.url ?? '';
  return `${items.length} ${name}, ${items.filter(test).length} ${has}${undated ? `, ${undated} không có ngày` : ''}. Mới nhất: “${words}” (${shortDate(newest.date_published)})`;
}

/**
 * `tct-hub check`: reads every configured source once and prints the results in the order of the configuration.
 *
 * @returns the exit code
 */
export async function checkSources(cluster: Cluster, options: ClientOptions, out: Output): Promise<number> {
  if (!cluster.hub)
    out.write(
      'Chưa có "hub" (địa chỉ công khai của thư mục xuất bản): các trang tin không nối được với nhau, ảnh không được chép về.\n',
    );
  const sources = configuredSources(cluster);
  if (!sources.length) {
    out.write('Cấu hình đúng, nhưng chưa trường nào có nguồn. Tìm nguồn bằng: tct-hub discover ĐỊA-CHỈ\n');
    return 1;
  }
  const client = new HttpClient(
    options,
    sources.map(({ url }) => url),
  );
  const robots = new Robots({}, client, Date.now());
  const results = new Map<ConfiguredSource, string>();
  let failed = 0;
  let printed = 0;
  /** Prints the results that are next in the order of the configuration. */
  const print = () => {
    for (let source = sources[printed]; source && results.has(source); source = sources[++printed]) {
      if (source.school !== sources[printed - 1]?.school) out.write(`${source.school.name}\n`);
      out.write(`  ${LIST_NAMES[source.kind]}: ${source.url}\n    ${results.get(source)}\n`);
    }
  };
  const read = async (source: ConfiguredSource) => {
    const feed = await readOnce(source.config, source.kind, client, robots);
    const good = 'items' in feed && feed.items.length > 0;
    if (!good) failed++;
    const why = 'refusal' in feed ? feed.refusal : 'Đọc được, nhưng không có bài nào.';
    results.set(source, good ? `✓ ${describeSample(feed, source.kind)}` : `✗ ${why}`);
    print();
  };
  await forEachByHost(sources, read);
  out.write(
    failed
      ? `${failed} trong ${sources.length} nguồn có lỗi.\n`
      : `Cả ${sources.length} nguồn đều đọc được.\n`,
  );
  return failed ? 1 : 0;
}
