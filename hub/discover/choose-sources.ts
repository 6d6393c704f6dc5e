import { LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import {
  bestFirst,
  fits,
  isConvincing,
  itemsMissingIn,
  type SourceFacts,
  weigh,
} from '../../core/discover/weigh.ts';
import type { Item } from '../../core/model/feed.ts';
import { type TriedSource, type WorkingSource, works } from './types.ts';

/** Sources of one kind. */
const MAX_SOURCES = 6;
/** Lists of news on pages also hold links that are no posts, so that a few new ones are no reason to read one. */
const MIN_NEW_ON_PAGE = 3;

/** Whether a source that is not the best is good enough to complete the others. */
const completes = (facts: SourceFacts, kind: ListKind) =>
  kind === 'news' ? fits(facts, kind) : isConvincing(facts, kind);

/** WordPress's library has every file and picture of a site, whatever it is for. */
const isLibrary = ({ source }: WorkingSource) => /\bwp\/v2\/media\b/.test(source.url);

/** A post that is listed twice by chance proves nothing. */
const MIN_COMMON = 2;

/** WordPress's REST API lists all posts, unlike the front pages and feeds of other systems. */
const ALL_POSTS = /\bwp\/v2\/posts\b(?!.*[?&]categories=)/;

/**
 * Whether a source only reaches further back than one of all posts of its site: the feed of a category.
 *
 * @param missing items that the other one lacks
 */
function isPartOf(
  { feed }: WorkingSource,
  { source, facts: { oldest = 0 } }: WorkingSource,
  missing: readonly Item[],
): boolean {
  const isOlder = ({ date_published = '' }: Item) => Date.parse(date_published) < oldest;
  const common = feed.items.length - missing.length;
  return ALL_POSTS.test(source.url) && common >= MIN_COMMON && missing.every(isOlder);
}

/** Whether a source was made as a list of its kind, and has what belongs there. */
function isMadeFor(source: WorkingSource, kind: ListKind): boolean {
  const { facts } = source;
  return !isLibrary(source) && (kind === 'gallery' ? facts.pictures >= facts.posts / 2 : fits(facts, kind));
}

function choose(working: readonly WorkingSource[], kind: ListKind): WorkingSource[] {
  const sorted = bestFirst(
    working.filter(({ facts }) => weigh(facts, kind) > 0),
    kind,
  );
  const best = sorted.find((each) => kind !== 'news' && isMadeFor(each, kind)) ?? sorted[0];
  const others = sorted.filter((each) => each !== best);
  if (!best) return [];
  const chosen = [best];
  for (const other of others) {
    if (chosen.length >= MAX_SOURCES || !completes(other.facts, kind)) continue;
    const missing = itemsMissingIn(
      other.feed,
      chosen.map(({ feed }) => feed),
      kind,
    );
    if (kind === 'news' && isPartOf(other, best, itemsMissingIn(other.feed, [best.feed], kind))) continue;
    if (missing.length >= (kind === 'news' && other.source.kind === 'page' ? MIN_NEW_ON_PAGE : 1))
      chosen.push(other);
  }
  return chosen;
}

/** The best source of each kind, and others that have items which it lacks. */
export function chooseSources(tried: readonly TriedSource[]): Record<ListKind, WorkingSource[]> {
  const working = tried.filter(works);
  return Object.fromEntries(
    LIST_KINDS.map((kind) => [
      kind,
      choose(
        working.filter((each) => each.kind === kind),
        kind,
      ),
    ]),
  ) as Record<ListKind, WorkingSource[]>;
}
