/** What a source answered, as it is remembered for the webmaster: what came instead of a list, if none did. */
import { STATUS_CODES } from 'node:http';
import type { FetchFailure, FetchResult } from '../../core/poll/poll-source.ts';
import { decodeBytes } from '../../core/read/charset.ts';
import { htmlToLine } from '../../core/read/html/to-text.ts';
import type { StoredAnswer } from '../memory/types.ts';

/** Answers of one source that are remembered. */
const MAX_ANSWERS = 5;
/** Of a body that could not be read, at most this much is looked at, and so much of its text remembered. */
const MAX_EXCERPT_BYTES = 20_000;
const MAX_EXCERPT_CHARS = 300;
const MAX_TYPE_CHARS = 100;

const FAILURES: Record<FetchFailure['failure'], string> = {
  timeout: 'không trả lời kịp',
  refused: 'không nhận kết nối',
  reset: 'kết nối bị ngắt',
  tls: 'chứng chỉ HTTPS không dùng được',
  redirect: 'chuyển hướng sai',
  'too-large': 'quá dài',
  protocol: 'trả lời trái giao thức HTTP',
  internal: 'tên miền trỏ vào mạng nội bộ',
  'internal-redirect': 'chuyển hướng vào mạng nội bộ',
  offline: 'máy này không có mạng',
  dns: 'không tìm thấy tên miền',
  login: 'mạng đòi đăng nhập',
};

/** The beginning of a body as text; undefined if it is none. */
function excerptOf(body: Uint8Array, type: string | null): string | undefined {
  const text = decodeBytes(body.subarray(0, MAX_EXCERPT_BYTES), type);
  return text.includes('\0') ? undefined : htmlToLine(text, MAX_EXCERPT_CHARS);
}

const statusText = (status: number) => `${status} ${STATUS_CODES[status] ?? ''}`.trim();

/**
 * Describes the answer to a poll.
 *
 * @param result undefined if nothing was asked, since robots.txt forbids it
 * @param read what came of it: the number of posts, or that it could not be used
 */
export function describeAnswer(
  result: FetchResult | undefined,
  { posts, isError }: { posts?: number | undefined; isError: boolean },
  now: number,
): StoredAnswer {
  const failed = isError && { isError: true as const };
  if (!result) return { at: now, outcome: 'không hỏi: robots.txt không cho đọc', ...failed };
  if ('failure' in result) return { at: now, outcome: FAILURES[result.failure], isError: true };
  const { status, headers, body } = result;
  if (status === 304) return { at: now, outcome: '304, không đổi', ...failed };
  if (posts !== undefined) return { at: now, outcome: `${status}, ${posts} bài`, ...failed };
  const type = headers.get('content-type');
  const excerpt = excerptOf(body, type);
  return {
    at: now,
    outcome: status < 300 ? `${status}, không phải danh sách bài` : statusText(status),
    ...failed,
    ...(type && { type: type.slice(0, MAX_TYPE_CHARS) }),
    bytes: body.length,
    ...(excerpt && { excerpt }),
  };
}

/** The answers to remember after a new one, the newest first. */
export const withAnswer = (
  answers: readonly StoredAnswer[] = [],
  answer: StoredAnswer | undefined,
): StoredAnswer[] => [...(answer ? [answer] : []), ...answers].slice(0, MAX_ANSWERS);
