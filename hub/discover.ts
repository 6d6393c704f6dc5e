import { setTimeout as wait } from 'node:timers/promises';
import { safeLink } from '../core/link.ts';
import { discover, type Proposal } from '../core/poll/discover.ts';
import { SPACING } from '../core/poll/plan.ts';
import type { Output } from './progress.ts';
import { readOnce } from './sample.ts';
import { ask, type Client } from './transport.ts';
import { whyNot } from './words.ts';

/** Addresses tried at most: a site is not combed through. */
const MOST = 12;

interface Found extends Proposal {
  posts: number;
  newest?: string;
}

/** Tries what a homepage seems to offer, one after the other, and prints what works as an entry for the configuration. */
export async function proposals(address: string, client: Client, out: Output): Promise<number> {
  const home = safeLink(/^https?:/i.test(address) ? address : `https://${address}`);
  if (!home) {
    out.write(`“${address}” không phải địa chỉ trang. Ví dụ: tct-hub discover https://truong.example\n`);
    return 2;
  }
  const answer = await ask(home, { Accept: 'text/html,*/*;q=0.5' }, client);
  const why = whyNot(answer);
  if (why || !('body' in answer)) {
    out.write(`${home}: ${why}\n`);
    return 1;
  }
  const contentType = answer.headers.get('content-type') ?? undefined;
  const { cms, proposals: offered } = discover(answer.body, {
    url: answer.url,
    ...(contentType && { contentType }),
  });
  out.write(
    `${home}: ${cms ? `trang ${cms}` : 'không nhận ra hệ quản trị'}, ${offered.length} địa chỉ để thử.\n`,
  );
  const found: Found[] = [];
  for (const proposal of offered.slice(0, MOST)) {
    await wait(client.spacing ?? SPACING);
    const feed = await readOnce({ url: proposal.url, kind: 'feed' }, proposal.kind, client);
    if (typeof feed === 'string' || !feed.items.length) {
      out.write(`  ✗ ${proposal.url}: ${typeof feed === 'string' ? feed : 'không có bài nào'}\n`);
      continue;
    }
    const [first] = feed.items;
    out.write(
      `  ✓ ${proposal.url}: ${feed.items.length} bài, ví dụ “${first!.title ?? first!.summary ?? ''}”\n`,
    );
    found.push({ ...proposal, posts: feed.items.length });
  }
  if (!found.length) {
    out.write(
      'Không tìm thấy nguồn nào đọc được. Có thể đọc danh sách trên trang bằng kind "page" và bộ chọn CSS.\n',
    );
    return 1;
  }
  const id = new URL(home).hostname
    .replace(/^www\./, '')
    .split('.')[0]!
    .toLowerCase()
    .replace(/[^a-z\d-]/g, '-');
  const entry: Record<string, unknown> = { id, name: 'Tên trường', home };
  // The first of a kind is the best: what the page declares stands before what its CMS usually has.
  for (const { kind, url } of found) entry[kind] ??= url;
  out.write(`\nChép vào "schools" của cấu hình:\n${JSON.stringify(entry, null, 2)}\n`);
  return 0;
}
