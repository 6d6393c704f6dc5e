/** What is missing in a source, and how two differ: as data, which the words of a language are made from. */
import type { ListKind } from '../../../core/config/cluster.ts';
import type { SourceFacts } from '../../../core/discover/weigh.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import type { SourceReading, Steadiness } from '../../setup/api.ts';

/** Parts that posts of a list have or lack. */
export type Part = 'dated' | 'pictures' | 'texts' | 'numbers' | 'files' | 'captions';

/** What the entries of a list are. */
export type Thing = 'post' | 'document' | 'album' | 'photo';

/** What should be known about a list. A serious one makes it doubtful whether the list is of use. */
export type Remark = { isSerious?: true } & (
  | { code: 'none'; thing: Thing }
  | { code: 'few'; having: number; thing: Thing }
  | { code: 'beyond'; having: number; of: number; thing: Thing }
  | { code: 'lacks'; part: Part; thing: Thing }
  | { code: 'some'; part: Part; having: number; of: number; thing: Thing }
  | { code: 'titles' }
  | { code: 'old'; newest: number; thing: Thing }
  | { code: 'no-next-page' }
  | { code: 'same-title'; title: string }
  | { code: 'elsewhere'; having: number; of: number; thing: Thing }
  | { code: 'no-photos'; album: string; refusal: string }
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

const THINGS = { news: 'post', documents: 'document', gallery: 'album' } as const;

/** What the entries of a list are. A library of pictures has photos that are in no album. */
export const thingOf = (kind: ListKind, facts?: SourceFacts): Thing =>
  kind === 'gallery' && facts?.photos && !facts.albums ? 'photo' : THINGS[kind];

/** Of how many a part is counted. */
const wholeOf = (facts: SourceFacts, part: Part) => (part === 'captions' ? facts.photos : facts.posts);

/** Without these a list cannot be sorted, or not be told from another one. */
const isNeeded = (part: Part, kind: ListKind) =>
  (part === 'dated' && kind === 'news') || (part === 'numbers' && kind === 'documents');

function partRemark(facts: SourceFacts, part: Part, kind: ListKind): Remark | undefined {
  const [having, of] = [facts[part], wholeOf(facts, part)];
  const thing = part === 'captions' ? 'photo' : thingOf(kind, facts);
  if (!of || having >= of * NEARLY_ALL) return undefined;
  const serious = isNeeded(part, kind) && having < of / 2 && { isSerious: true as const };
  return having
    ? { code: 'some', part, having, of, thing, ...serious }
    : { code: 'lacks', part, thing, ...serious };
}

/**
 * What is missing in a source that was read, or old.
 *
 * @param now ms since the epoch
 */
export function remarksOn(
  { facts, total, isNextPageMissing }: SourceReading,
  kind: ListKind,
  now: number,
): Remark[] {
  const { posts, newest, texts, pictures } = facts;
  const thing = thingOf(kind, facts);
  if (!posts) return [{ code: 'none', thing, isSerious: true }];
  const remarks: Remark[] = [];
  if (posts < FEW_POSTS && kind !== 'gallery')
    remarks.push({ code: 'few', having: posts, thing, isSerious: true });
  if (total !== undefined && total > posts) remarks.push({ code: 'beyond', having: posts, of: total, thing });
  const hasOnlyTitles = kind === 'news' && !texts && !pictures;
  if (hasOnlyTitles) remarks.push({ code: 'titles' });
  for (const part of PARTS[kind]) {
    const remark = hasOnlyTitles && part !== 'dated' ? undefined : partRemark(facts, part, kind);
    if (remark) remarks.push(remark);
  }
  if (newest && now - newest > OLD_MS)
    remarks.push({ code: 'old', newest, thing, ...(kind === 'news' && { isSerious: true as const }) });
  if (isNextPageMissing) remarks.push({ code: 'no-next-page', isSerious: true });
  return remarks;
}

/** What is doubtful about a source that was pointed at, besides what is missing in it. */
export function doubtsOn({ doubts }: Steadiness, kind: ListKind): Remark[] {
  const { sameTitle, elsewhere, album } = doubts;
  const remarks: Remark[] = [];
  if (sameTitle !== undefined) remarks.push({ code: 'same-title', title: sameTitle });
  if (elsewhere) remarks.push({ code: 'elsewhere', ...elsewhere, thing: THINGS[kind] });
  if (album) remarks.push({ code: 'no-photos', album: album.title, refusal: album.refusal });
  return remarks;
}

/** In what a list differs from another one. `more` is to its advantage. */
export type Difference =
  | { code: 'posts'; more: boolean; by: number; thing: Thing }
  /** `isWhole`: one of the two has none of it. */
  | { code: 'part'; more: boolean; part: Part; thing: Thing; isWhole: boolean }
  | { code: 'newest'; more: boolean; newest: number; thing: Thing };

/** Smaller differences in the share of the posts that have a part are not worth a word. */
const MIN_SHARE = 0.15;

/** In what a list has more or less than the one that is proposed. Empty if in nothing that counts. */
export function differences(facts: SourceFacts, proposed: SourceFacts, kind: ListKind): Difference[] {
  const found: Difference[] = [];
  const thing = thingOf(kind, facts);
  const posts = facts.posts - proposed.posts;
  if (posts) found.push({ code: 'posts', more: posts > 0, by: Math.abs(posts), thing });
  const photos = facts.photos - proposed.photos;
  if (thing === 'album' && photos)
    found.push({ code: 'posts', more: photos > 0, by: Math.abs(photos), thing: 'photo' });
  const share = (of: SourceFacts, part: Part) => (wholeOf(of, part) ? of[part] / wholeOf(of, part) : 0);
  for (const part of PARTS[kind]) {
    const [own, other] = [share(facts, part), share(proposed, part)];
    if (Math.abs(own - other) > MIN_SHARE)
      found.push({
        code: 'part',
        more: own > other,
        part,
        thing: part === 'captions' ? 'photo' : thing,
        isWhole: !own || !other,
      });
  }
  if (facts.newest && proposed.newest && Math.abs(facts.newest - proposed.newest) > DAY_MS)
    found.push({ code: 'newest', more: facts.newest > proposed.newest, newest: facts.newest, thing });
  return found;
}
