/** What is missing in a list, and how two lists differ: as data, which the words of a language are made from. */
import type { ListKind } from '../../../core/config/cluster.ts';
import type { SourceFacts } from '../../../core/discover/weigh.ts';
import { DAY_MS } from '../../../core/time/duration.ts';

/** Parts that posts of a list have or lack. */
export type Part = 'dated' | 'pictures' | 'texts' | 'numbers' | 'files' | 'captions';

/** What should be known about a list. A serious one makes it doubtful whether the list is of use. */
export type Remark = { isSerious?: true } & (
  | { code: 'none' }
  | { code: 'few'; posts: number }
  | { code: 'beyond'; posts: number; total: number }
  | { code: 'lacks'; part: Part }
  | { code: 'some'; part: Part; having: number; of: number }
  | { code: 'titles' }
  | { code: 'old'; newest: number }
);

/** Fewer posts are hardly a list. */
const FEW_POSTS = 3;
/** Without a newer post, a list looks forgotten. */
const OLD_MS = 183 * DAY_MS;
/** Parts that this share of the posts has are not worth a remark. */
const NEARLY_ALL = 0.85;

/** The parts that a list of a kind should have, the most important first. */
const PARTS: Record<ListKind, readonly Part[]> = {
  news: ['dated', 'pictures', 'texts'],
  documents: ['dated', 'numbers', 'files'],
  gallery: ['dated', 'captions'],
};

/** Of how many a part is counted. */
const wholeOf = (facts: SourceFacts, part: Part) => (part === 'captions' ? facts.photos : facts.posts);

/** Without these a list cannot be sorted, or not be told from another one. */
const isNeeded = (part: Part, kind: ListKind) =>
  (part === 'dated' && kind === 'news') || (part === 'numbers' && kind === 'documents');

function partRemark(facts: SourceFacts, part: Part, kind: ListKind): Remark | undefined {
  const [having, of] = [facts[part], wholeOf(facts, part)];
  if (!of || having >= of * NEARLY_ALL) return undefined;
  const serious = isNeeded(part, kind) && having < of / 2 && { isSerious: true as const };
  return having ? { code: 'some', part, having, of, ...serious } : { code: 'lacks', part, ...serious };
}

/**
 * What is missing in a list that was read.
 *
 * @param total posts that the site says it has
 * @param now ms since the epoch
 */
export function remarksOn(
  facts: SourceFacts,
  kind: ListKind,
  total: number | undefined,
  now: number,
): Remark[] {
  const { posts, newest, texts, pictures } = facts;
  if (!posts) return [{ code: 'none', isSerious: true }];
  const remarks: Remark[] = [];
  if (posts < FEW_POSTS && kind !== 'gallery') remarks.push({ code: 'few', posts, isSerious: true });
  if (total !== undefined && total > posts) remarks.push({ code: 'beyond', posts, total });
  const hasOnlyTitles = kind === 'news' && !texts && !pictures;
  if (hasOnlyTitles) remarks.push({ code: 'titles' });
  for (const part of PARTS[kind]) {
    const remark = hasOnlyTitles && part !== 'dated' ? undefined : partRemark(facts, part, kind);
    if (remark) remarks.push(remark);
  }
  if (newest && now - newest > OLD_MS)
    remarks.push({ code: 'old', newest, ...(kind === 'news' && { isSerious: true as const }) });
  return remarks;
}

/** In what a list differs from another one. `more` is to its advantage. */
export type Difference =
  | { code: 'posts'; more: boolean; by: number }
  /** `isWhole`: one of the two has none of it. */
  | { code: 'part'; more: boolean; part: Part; isWhole: boolean }
  | { code: 'newest'; more: boolean; newest: number }
  | { code: 'photos'; more: boolean; by: number };

/** Smaller differences in the share of the posts that have a part are not worth a word. */
const MIN_SHARE = 0.15;

/** In what a list has more or less than the one that is proposed. Empty if in nothing that counts. */
export function differences(facts: SourceFacts, proposed: SourceFacts, kind: ListKind): Difference[] {
  const found: Difference[] = [];
  const posts = facts.posts - proposed.posts;
  if (posts) found.push({ code: 'posts', more: posts > 0, by: Math.abs(posts) });
  const photos = facts.photos - proposed.photos;
  if (kind === 'gallery' && photos) found.push({ code: 'photos', more: photos > 0, by: Math.abs(photos) });
  const share = (of: SourceFacts, part: Part) => (wholeOf(of, part) ? of[part] / wholeOf(of, part) : 0);
  for (const part of PARTS[kind]) {
    const [own, other] = [share(facts, part), share(proposed, part)];
    if (Math.abs(own - other) > MIN_SHARE)
      found.push({ code: 'part', more: own > other, part, isWhole: !own || !other });
  }
  if (facts.newest && proposed.newest && Math.abs(facts.newest - proposed.newest) > DAY_MS)
    found.push({ code: 'newest', more: facts.newest > proposed.newest, newest: facts.newest });
  return found;
}
