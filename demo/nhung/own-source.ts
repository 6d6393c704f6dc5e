/** The addresses that a person pastes as a source of their own: completed, then read once as the widget would. */
import { FeedError, readFeed } from '../../core/index.ts';
import { httpUrl } from '../../core/url.ts';
import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../../widgets/data/request-options.ts';
import { explainSource } from '../../widgets/debug/explain-source.ts';
import type { Finding } from '../../widgets/debug/finding.ts';
import type { Words } from './words/language.ts';

export interface Completed {
  /** What the attribute says: http(s) addresses, separated by spaces; what is none stays as it was typed. */
  text: string;
  urls: string[];
  /** Words that are no address. */
  wrong: string[];
  note?: Words;
}

const WITH_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/** Splits at white space, and adds `https://` where there is no scheme. */
export function completeSource(typed: string): Completed {
  const words = typed.split(/[\s,;]+/).filter(Boolean);
  const completed = words.map((word) => (WITH_SCHEME.test(word) ? word : `https://${word}`));
  const isAddress = (url: string) =>
    httpUrl(url) !== undefined && /[.:[]|^https?:\/\/localhost/i.test(url.slice(8));
  const changed = completed.filter((url, index) => url !== words[index] && isAddress(url));
  return {
    text: completed.map((url, index) => (isAddress(url) ? url : words[index])).join(' '),
    urls: [...new Set(completed.filter(isAddress))],
    wrong: words.filter((_, index) => !isAddress(completed[index]!)),
    ...(changed.length && {
      note: [
        `Địa chỉ thiếu https://, đã thêm: ${changed.join(' ')}`,
        `The address lacked https://, which was added: ${changed.join(' ')}`,
      ],
    }),
  };
}

/** What came of reading a source. */
export interface SourceReport {
  url: string;
  /** Items that were read. */
  count?: number;
  /** Why it cannot be used, and what to do. */
  problem?: Finding;
}

/** Reads a source as a widget does, and says in words why it cannot. May ask once more, to tell CORS from an unreachable server. */
export async function readSource(url: string): Promise<SourceReport> {
  try {
    const response = await fetch(url, {
      ...REQUEST_OPTIONS,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const { items } = await readFeed(new Uint8Array(await response.arrayBuffer()), {
      url: response.url,
      contentType: response.headers.get('content-type'),
    });
    return { url, count: items.length };
  } catch (error) {
    const problem = await explainSource(url, error);
    return { url, problem: error instanceof FeedError ? { ...problem, remedy: FEED_REMEDY } : problem };
  }
}

const FEED_REMEDY: Words = [
  'Tìm địa chỉ RSS của trang ấy, hay để trạm tìm và đọc giúp.',
  'Look for that site’s RSS address, or let the hub find and read it.',
];

/** The command that finds the sources of a site for the hub. */
export const discoverCommand = (url: string): string =>
  `node tct-hub.js discover ${httpUrl(url) ? new URL(url).origin : url}/`;
