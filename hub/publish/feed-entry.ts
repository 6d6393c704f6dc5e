/** What Atom and RSS say of an item: one description, in the generator's terms, for both formats. */
import type { Item } from '../../core/model/feed.ts';
import { omitUndefined } from '../../core/omit-undefined.ts';
import { isFarAhead } from '../../core/time/mistyped.ts';
import { type Enclosure, enclosuresOf } from './enclosures.ts';
import { itemLink, itemTitle } from './item-text.ts';
import { type Media, mediaOf } from './media-rss.ts';
import type { NewestPage } from './newest-page.ts';
import { VietnamDate, vietnamDate } from './vietnam-date.ts';

/** An item as both formats describe it. Texts are plain, but for those of `media`. */
export interface FeedEntry {
  id: string;
  title: string;
  link?: string;
  summary?: string;
  /** The school, then the people that the source names. */
  authors: { name: string; url?: string }[];
  categories: { name: string; scheme?: string }[];
  /** Absent if it is not known, or so far ahead that it must be mistyped. */
  published?: VietnamDate;
  updated: VietnamDate;
  /** Most important first. */
  enclosures: Enclosure[];
  media?: Media;
}

/** `27/07/2022` of a day. */
const shortDay = (day: string) => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');

/** The summary; of a document without one, its number and day of issue. */
function summaryOf({ title = '', summary, content_text, _tct }: Item): string | undefined {
  const { number, issued } = _tct?.document ?? {};
  const facts = [
    number && !title.includes(number) && `Số ${number}`,
    issued && `ban hành ngày ${shortDay(issued)}`,
  ];
  return summary || content_text || facts.filter(Boolean).join(', ').replace(/^b/, 'B') || undefined;
}

function toEntry(item: Item, date: string, page: NewestPage): FeedEntry {
  const { kind, feed, now } = page;
  const { id, date_published, date_modified, authors = [], tags = [], _tct } = item;
  const { issued, type, field } = _tct?.document ?? {};
  const school = feed._tct?.schools?.[_tct?.school ?? ''];
  const publication = date_published ?? issued;
  // A list sorts a post with a mistyped date by when it was first seen.
  const isMistyped = date !== issued && isFarAhead(publication ?? '', Date.parse(date));
  const isModified = date_modified && date_modified > date && Date.parse(date_modified) <= now;
  const words = [...new Set([...tags, type, field])].flatMap((name) => (name ? [{ name }] : []));
  return {
    id,
    title: itemTitle(item, kind),
    authors: [
      ...(school ? [{ name: school.name, ...(school.home && { url: school.home }) }] : []),
      ...authors,
    ],
    categories: [
      ...(school ? [{ name: school.name, ...(school.home && { scheme: school.home }) }] : []),
      ...words,
    ],
    updated: vietnamDate(isModified ? date_modified : date),
    enclosures: enclosuresOf(item, page),
    ...omitUndefined({
      link: itemLink(item),
      summary: summaryOf(item),
      published: publication && !isMistyped ? vietnamDate(publication) : undefined,
      media: mediaOf(item, page),
    }),
  };
}

export const feedEntries = (page: NewestPage): FeedEntry[] =>
  page.feed.items.map((item, index) => toEntry(item, page.dates[index]!, page));

/** When the newest entry was updated; undefined without entries. */
export function lastUpdated(entries: readonly FeedEntry[]): VietnamDate | undefined {
  const newest = entries.reduce((max, { updated }) => Math.max(max, updated.getTime()), -Infinity);
  return entries.length ? new VietnamDate(newest) : undefined;
}
