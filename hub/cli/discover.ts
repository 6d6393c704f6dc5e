import { readFile } from 'node:fs/promises';
import { LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import type { EditedSchool } from '../config/edit-schools.ts';
import type { SiteResult } from '../discover/discover-site.ts';
import { discoverSites } from '../discover/discover-sites.ts';
import { homeUrls } from '../discover/open-home.ts';
import { type SchoolEntry, toEntry } from '../discover/school-entry.ts';
import type { ClientOptions } from '../http/client.ts';
import { HttpSession } from '../http/session.ts';
import { siteAsJson } from './discover-json.ts';
import { choiceLines, triedLines } from './discover-report.ts';
import { addSchools } from './edit.ts';
import type { Output } from './output.ts';
import { ProgressLine } from './progress.ts';

/** The addresses in a file, one a line; what follows `#` is a comment. */
export async function readAddresses(path: string): Promise<string[]> {
  const text = decodeBytes(await readFile(path));
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/(?:^|\s)#.*/, '').trim())
    .filter(Boolean);
}

function resultLines(result: SiteResult): string[] {
  if ('refusal' in result) return [`${result.address}: ${result.refusal}`];
  const choices = LIST_KINDS.flatMap((kind) => choiceLines(kind, result.chosen[kind], result.tried));
  return choices.length
    ? ['', 'Đã chọn:', ...choices]
    : [
        'Không tìm thấy nguồn nào đọc được. Hãy thử với trang danh sách tin của trường, hoặc ghi kind "page" và bộ chọn CSS (xem mẫu: tct-hub init).',
      ];
}

/** A school that was found, to be added to a configuration; undefined if nothing was found. */
function editedSchool(result: SiteResult, entry: SchoolEntry | undefined): EditedSchool | undefined {
  if (!entry || 'refusal' in result) return undefined;
  const { id, name, home } = entry;
  const sources = (kind: ListKind) => result.chosen[kind].map(({ source }) => source);
  const lists = { news: sources('news'), documents: sources('documents'), gallery: sources('gallery') };
  return { id, name, home, active: true, lists };
}

/** How to print a search. */
export interface DiscoverOptions {
  json: boolean;
  /** ms since the epoch */
  now: number;
  client: ClientOptions;
  /** The configuration to which the schools that are found are added. */
  addTo?: string | undefined;
}

/**
 * `tct-hub discover`: finds the sources of sites and prints what was tried, which are the best and why, and the entry for
 * the configuration; for several sites, a whole configuration, with the rest as comments.
 *
 * @param addresses at least one
 * @param screen where to show what is being read, if it is a terminal
 * @returns the exit code
 */
export async function discoverSources(
  addresses: readonly string[],
  { json, now, client: clientOptions, addTo }: DiscoverOptions,
  out: Output,
  screen: Output,
): Promise<number> {
  const wrong = addresses.find((address) => !homeUrls(address).length);
  if (wrong !== undefined) {
    out.write(`“${wrong}” không phải địa chỉ trang. Ví dụ: tct-hub discover https://truong.example\n`);
    return 2;
  }
  const isSingle = addresses.length === 1;
  const write = (lines: readonly string[]) => {
    if (json) return;
    for (const line of lines)
      out.write(`${isSingle ? line : `// ${line.replaceAll('\n', ' ')}`.trimEnd()}\n`);
  };
  const progress = new ProgressLine(screen);
  const results = new Map<string, SiteResult>();
  /** The reports of several sites, which are searched at the same time, are printed one by one. */
  const reports = new Map<string, string[]>();
  let sent = 0;
  const print = (address: string, more: readonly string[]) => {
    progress.clear();
    if (isSingle) write(more);
    else reports.set(address, [...(reports.get(address) ?? []), ...more]);
  };
  await discoverSites(addresses, {
    client: { ...clientOptions, session: new HttpSession() },
    now,
    hooksOf: (address, client) => ({
      onOpened: (url, notes) => print(address, [...notes, `${url}: đang thử các nguồn…`]),
      onTrying: (url) =>
        progress.show(`${serverOf(url)}: đang đọc ${url} (đã gửi ${client.requests} yêu cầu)`),
      onTried: (tried) => print(address, triedLines(tried)),
    }),
    onDone: (result) => {
      const { address } = result;
      results.set(address, result);
      sent += result.requests;
      const cms = 'cms' in result && result.cms;
      print(address, [...(cms ? [`Trang làm bằng ${cms}.`] : []), ...resultLines(result)]);
      if (!isSingle) write([...reports.get(address)!, '']);
    },
  });
  progress.clear();
  const ordered = [...new Set(addresses)].map((address) => results.get(address)!);
  const taken = new Set<string>();
  const entries = ordered.map((result) => {
    const entry = toEntry(result, taken);
    if (entry) taken.add(entry.id);
    return entry;
  });
  const schools = entries.filter((entry) => entry !== undefined);
  const config = { name: 'Tên cụm trường', schools };
  write([`Đã gửi ${sent} yêu cầu.`]);
  if (json) {
    const found = ordered.map((result, index) => siteAsJson(result, entries[index]));
    out.write(
      `${JSON.stringify({ requests: sent, sites: found, config: schools.length ? config : null }, null, 2)}\n`,
    );
  }
  if (addTo !== undefined && schools.length) {
    const found = ordered.flatMap((result, index) => editedSchool(result, entries[index]) ?? []);
    const added = await addSchools(addTo, found);
    const skipped = found.length - added;
    write([
      `Đã thêm ${added} trường vào ${addTo}.${skipped ? ` ${skipped} trường đã có ở đó, không sửa.` : ''}`,
    ]);
  } else if (schools.length && !json) {
    write(
      isSingle
        ? ['', 'Chép vào "schools" của cấu hình, sửa id và tên:']
        : ['Ghi phần dưới thành cluster.jsonc, sửa id và các tên:'],
    );
    out.write(`${JSON.stringify(isSingle ? schools[0] : config, null, 2)}\n`);
  }
  return schools.length === ordered.length ? 0 : 1;
}
