/**
 * Marks: which posts the person has read or starred. A mark is the hash of a post's name and a rank, a number that only
 * grows: even means yes, odd means no. Where two computers differ, the higher rank holds.
 *
 * Reading takes the time as the rank, marking as unread adds one to the rank of the reading that it takes back. So a
 * reading is taken back only by someone who knew of it, or of a later one; otherwise read wins.
 */
import { hashText } from '../../core/hash.ts';
import type { Post } from '../store/schema.ts';

/** In the order of their character codes, so that ranks can be compared as texts. */
const DIGITS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const HASH_DIGITS = 6;
const RANK_DIGITS = 5;
export const MARK_CHARS = HASH_DIGITS + RANK_DIGITS;
/** Ranks count from here, in steps of two for each unit, and last for 34 years. */
const RANK_START = Date.UTC(2026, 0, 1);
const RANK_UNIT_MS = 2000;
const MAX_RANK = 64 ** RANK_DIGITS - 1;

function toDigits(value: number, count: number): string {
  let digits = '';
  for (let rest = value; digits.length < count; rest = Math.floor(rest / 64))
    digits = DIGITS[rest % 64] + digits;
  return digits;
}

const toRank = (value: number): string => toDigits(Math.min(value, MAX_RANK), RANK_DIGITS);
const rankValue = (rank: string): number =>
  [...rank].reduce((value, digit) => value * 64 + DIGITS.indexOf(digit), 0);

/** A post was new and unread, although its date does not say so. Tells nothing where it may have been read before. */
export const NEW_RANK = toRank(1);
/** A post that nobody was known to have read was marked as unread. */
const UNREAD_RANK = toRank(3);

/** Ranks by hash. */
export type Marks = Map<string, string>;
export type Fact = 'read' | 'starred';

export function parseMarks(text = ''): Marks {
  const marks: Marks = new Map();
  for (let at = 0; at < text.length; at += MARK_CHARS)
    addMark(marks, text.slice(at, at + HASH_DIGITS), text.slice(at + HASH_DIGITS, at + MARK_CHARS));
  return marks;
}

/** Equal marks have equal texts. */
export const formatMarks = (marks: Marks): string =>
  [...marks]
    .map((mark) => mark.join(''))
    .sort()
    .join('');

export function addMark(marks: Marks, hash: string, rank: string): void {
  if ((marks.get(hash) ?? '') < rank) marks.set(hash, rank);
}

export const isYes = (rank: string): boolean => DIGITS.indexOf(rank.at(-1)!) % 2 === 0;

/** When a post was read or starred; of a mark that says so (ms since the epoch, to a few seconds). */
export const timeOfRank = (rank: string): number => RANK_START + (rankValue(rank) / 2) * RANK_UNIT_MS;

/** A post has two names if another computer may know it by the other. */
const hashesOf = ({ key, alias }: Pick<Post, 'key' | 'alias'>, fact: Fact): string[] =>
  [key, ...(alias ? [alias] : [])].map((name) =>
    toDigits(Number.parseInt(hashText(`${fact} ${name}`), 36), HASH_DIGITS),
  );

/** The rank of a post's mark; undefined if it has none. */
export const rankOf = (marks: Marks, post: Pick<Post, 'key' | 'alias'>, fact: Fact): string | undefined =>
  hashesOf(post, fact)
    .flatMap((hash) => marks.get(hash) ?? [])
    .sort()
    .at(-1);

function setRank(marks: Marks, post: Post, fact: Fact, rank: string): void {
  for (const hash of hashesOf(post, fact)) addMark(marks, hash, rank);
}

/** Marks a post as read or unread, starred or not, unless it is already. */
export function mark(marks: Marks, post: Post, fact: Fact, yes: boolean, now: number): void {
  const before = rankOf(marks, post, fact);
  if (before !== undefined && isYes(before) === yes) return;
  const value = before === undefined ? 0 : rankValue(before);
  const units = Math.floor((now - RANK_START) / RANK_UNIT_MS);
  const rank = yes ? toRank(Math.max(2 * units, value + 1, 4)) : before ? toRank(value + 1) : UNREAD_RANK;
  setRank(marks, post, fact, rank);
}

export const markAsNew = (marks: Marks, post: Post): void => setRank(marks, post, 'read', NEW_RANK);

/**
 * A post as its marks say it is; the same object if they agree.
 *
 * @param isNew whether nobody can have read the post here without a mark
 */
export function asMarked(marks: Marks, post: Post, isNew: boolean): Post {
  const readRank = rankOf(marks, post, 'read');
  const starRank = rankOf(marks, post, 'starred');
  const read = readRank && (isNew || readRank > NEW_RANK) ? isYes(readRank) : post.read;
  const starred = starRank ? isYes(starRank) : !!post.starred;
  return read === post.read && starred === !!post.starred ? post : { ...post, read, starred };
}
