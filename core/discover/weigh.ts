/** How good sources are, from what was read of them. */
import type { ListKind } from '../config/cluster.ts';
import type { Feed, Item } from '../model/feed.ts';
import { isPhoto } from '../model/is-photo.ts';
import type { HeaderReader } from '../poll/headers.ts';
import { foldWords } from '../text/fold-words.ts';
import { DAY_MS } from '../time/duration.ts';
import { isFarAhead } from '../time/mistyped.ts';
import { canonicalUrl } from '../url.ts';

/** What counts for or against a source. All but the dates and the validators are numbers of items. */
export interface SourceFacts {
  posts: number;
  pictures: number;
  texts: number;
  authors: number;
  dated: number;
  /** With the number of a document. */
  numbers: number;
  /** With a file that is no image. */
  files: number;
  /** Albums: with two photos or more, or a cover that leads to a page of its own. */
  albums: number;
  /** Photos in all items. */
  photos: number;
  /** Photos with a caption. */
  captions: number;
  /** The newest and the oldest date, ms since the epoch. */
  newest?: number;
  oldest?: number;
  /** Whether the server sent an `ETag` or a `Last-Modified`, so that a poll without news costs it little. */
  hasValidators: boolean;
}

/** How many items have the number of a document. */
export const countNumbered = (items: readonly Item[]): number =>
  items.filter(({ _tct }) => _tct?.document?.number).length;

const photosOf = ({ attachments = [] }: Item) => attachments.filter(isPhoto);

function isAlbum(item: Item): boolean {
  const photos = photosOf(item).length;
  return photos > 1 || (photos === 0 && !item.attachments && !!item.image && !!item.url);
}

/**
 * @param headers of the response
 * @param now ms since the epoch. Mistyped dates do not count; see `isFarAhead`.
 */
export function sourceFacts({ items }: Feed, headers: HeaderReader, now: number): SourceFacts {
  const count = (test: (item: Item) => unknown) => items.filter(test).length;
  const photos = items.flatMap(photosOf);
  const times = items.flatMap(({ date_published: date }) =>
    date && !isFarAhead(date, now) ? Date.parse(date) : [],
  );
  return {
    posts: items.length,
    pictures: count(({ image }) => image),
    texts: count(({ summary, content_text }) => summary || content_text),
    authors: count(({ authors }) => authors?.length),
    dated: count(({ date_published }) => date_published),
    numbers: countNumbered(items),
    files: count(({ attachments }) => attachments?.some((each) => !isPhoto(each))),
    albums: count(isAlbum),
    photos: photos.length,
    captions: photos.filter(({ title, _tct }) => title || _tct?.alt).length,
    ...(times.length && {
      newest: times.reduce((a, b) => Math.max(a, b)),
      oldest: times.reduce((a, b) => Math.min(a, b)),
    }),
    hasValidators: !!(headers.get('etag') || headers.get('last-modified')),
  };
}

/** From 0 for none to 1 for `full` or more. The first few count most. */
const amount = (count: number, full: number) => Math.min(1, Math.log1p(count) / Math.log1p(full));

/** Days from the oldest post to the newest. */
export const reachDays = ({ newest = 0, oldest = 0 }: SourceFacts): number => (newest - oldest) / DAY_MS;

/**
 * The worth of a source as a list of a kind, from 0 for an empty one to about 8. What each post has multiplies with the
 * number of posts: ten posts without pictures are better than four with.
 */
export function weigh(facts: SourceFacts, kind: ListKind): number {
  const { posts } = facts;
  if (!posts) return 0;
  const share = (part: number) => part / posts;
  const extra = 0.5 * amount(reachDays(facts), 365) + (facts.hasValidators ? 0.2 : 0);
  if (kind === 'gallery') {
    const perAlbum = 3 + share(facts.dated) + (facts.photos ? facts.captions / facts.photos : 0);
    return amount(facts.albums, 20) * perAlbum + 0.5 * amount(facts.photos, 100) + (facts.albums && extra);
  }
  const texts = share(facts.texts) + share(facts.dated);
  return kind === 'documents'
    ? amount(posts, 50) * (0.5 + 4 * share(facts.numbers) + 1.5 * share(facts.files) + 0.5 * texts) + extra
    : amount(posts, 50) * (3 + 1.5 * share(facts.pictures) + texts + 0.3 * share(facts.authors)) + extra;
}

/** Whether most of a source's items are what a list of a kind should hold. */
export function fits(facts: SourceFacts, kind: ListKind): boolean {
  const held = {
    news: facts.dated,
    documents: Math.max(facts.numbers, facts.files),
    gallery: facts.albums,
  }[kind];
  return facts.posts > 0 && held >= facts.posts / 2;
}

/** Whether a source is so good that worse ones need not be tried. Files may be anything: documents have numbers. */
export function isConvincing(facts: SourceFacts, kind: ListKind): boolean {
  if (!fits(facts, kind)) return false;
  return kind === 'news' ? facts.posts >= 5 : kind === 'gallery' || facts.numbers >= facts.posts / 2;
}

/** A source may lag this far behind the others, and beyond that by another year at half its worth. */
const MAX_LAG_DAYS = 60;

/** Sorts sources of one kind by their worth. One that lags behind the others, as a forgotten feed, is worth less. */
export function bestFirst<T extends { facts: SourceFacts }>(sources: readonly T[], kind: ListKind): T[] {
  const newest = Math.max(0, ...sources.map(({ facts }) => facts.newest ?? 0));
  const worth = ({ facts }: T) => {
    const lag = facts.newest === undefined ? 0 : (newest - facts.newest) / DAY_MS;
    return weigh(facts, kind) / (1 + Math.max(0, lag - MAX_LAG_DAYS) / 365);
  };
  return sources
    .map((source) => ({ source, worth: worth(source) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ source }) => source);
}

/** Shorter titles, such as “Thông báo”, do not tell posts apart. */
const MIN_TITLE_CHARS = 15;

/**
 * What two sources would both have of the same item: its link, its title, since Joomla links a post by each menu item,
 * and of a document its number and its files.
 */
function keysOf({ id, url, title = '', attachments = [], _tct }: Item, kind: ListKind): string[] {
  const words = foldWords(title);
  const keys = [url ? canonicalUrl(url) : id];
  if (words.length >= MIN_TITLE_CHARS) keys.push(`title ${words}`);
  if (kind !== 'documents') return keys;
  const number = _tct?.document?.number;
  if (number) keys.push(`number ${number.toLowerCase()}`);
  return [...keys, ...attachments.map((each) => canonicalUrl(each.url))];
}

/** The items of a feed of which none of the others has a copy. */
export function itemsMissingIn({ items }: Feed, others: readonly Feed[], kind: ListKind): Item[] {
  const known = new Set(others.flatMap((other) => other.items.flatMap((item) => keysOf(item, kind))));
  return items.filter((item) => !keysOf(item, kind).some((key) => known.has(key)));
}
