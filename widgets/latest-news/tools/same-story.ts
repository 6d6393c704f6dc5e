import type { Item } from '../../../core/model/feed.ts';
import { fold } from '../../../core/text/fold.ts';
import { canonicalUrl } from '../../../core/url.ts';

/** Shorter titles, in letters and digits, say too little: “Thông báo” is none of two schools' same story. */
const MIN_TITLE_CHARS = 20;

/** What the same story has in common wherever it is published: its title and day, and the pages it links to. */
function marksOf({ title = '', date_published = '', url, external_url }: Item): string[] {
  const letters = fold(title).replace(/[^\p{L}\p{N}]+/gu, '');
  // A link to a site, not to a page of it, says nothing.
  const pages = [url, external_url]
    .map((link = '') => canonicalUrl(link))
    .filter((page) => /[/?]/.test(page));
  return letters.length < MIN_TITLE_CHARS ? pages : [letters + date_published.slice(0, 10), ...pages];
}

/**
 * Finds stories that several schools have published: posts of the same title and day, or of which one links to the
 * other. Posts of one school are never the same story.
 *
 * @param items newest first
 * @returns the posts to show in the same order, of each story the one that was published first, with the other schools'
 */
export function mergeSameStories(items: readonly Item[]): Map<Item, readonly Item[]> {
  const stories: Item[][] = [];
  const byMark = new Map<string, Item[]>();
  for (const item of items) {
    const marks = marksOf(item);
    const school = item._tct?.school;
    const isOfAnother = (story: Item[]) => story.every(({ _tct }) => school && _tct?.school !== school);
    const known = marks.map((mark) => byMark.get(mark)).find((story) => story && isOfAnother(story));
    const story = known ?? [];
    if (!known) stories.push(story);
    story.push(item);
    for (const mark of marks) if (!byMark.has(mark)) byMark.set(mark, story);
  }
  const others = new Map(stories.map((story) => [story.at(-1)!, story.slice(0, -1)]));
  return new Map(items.flatMap((item) => (others.has(item) ? [[item, others.get(item)!]] : [])));
}
