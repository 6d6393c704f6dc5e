/** The addresses that a person pastes as a source of their own: completed, then read once as the widget would. */
import { FeedError, readFeed } from '../../core/index.ts';
import { httpUrl } from '../../core/url.ts';
import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../../widgets/data/request-options.ts';
import { explainSource } from '../../widgets/debug/explain-source.ts';
import { join } from '../../widgets/debug/finding.ts';
import { probe } from '../../widgets/debug/probe.ts';
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
  problem?: Words;
  /** Whether the hub can read it all the same. */
  isForHub?: boolean;
}

const isPage = (error: unknown) => error instanceof FeedError && error.code === 'html';
const isMixedContent = (url: string) => location.protocol === 'https:' && url.startsWith('http:');

/** Whether the hub can use an address that browsers cannot: it needs no CORS and no https, and finds the feed of a page. */
async function isReadByHub(url: string, error: unknown): Promise<boolean> {
  if (isPage(error)) return true;
  return error instanceof TypeError && (isMixedContent(url) || (await probe(url)) === 'answered');
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
    const { problem, remedy } = await explainSource(url, error);
    const isForHub = await isReadByHub(url, error);
    // What is said of a page says already what to do.
    return { url, problem: isPage(error) ? problem : join(problem, remedy), isForHub };
  }
}

/** The command that finds the sources of a site for the hub. */
export const discoverCommand = (url: string): string =>
  `node tct-hub.js discover ${httpUrl(url) ? new URL(url).origin : url}/`;
