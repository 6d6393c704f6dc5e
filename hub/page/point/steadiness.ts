import type { Feed } from '../../../core/model/feed.ts';
import type { Words } from '../../messages.ts';
import type { Steadiness } from './types.ts';

/** A further reading: what was read, or why nothing could be, in Vietnamese. */
export type Reading = Feed | { refusal: string };

const keysOf = ({ items }: Feed) => items.map(({ id, url, title }) => url ?? title ?? id);

/**
 * Tells whether selectors hold on other readings than that of the page that was pointed at.
 *
 * @param first what was read from the page that was pointed at
 * @param again what was read from the page when it was fetched again
 * @param next what was read from the page that follows it, by the same selectors
 */
export function compareReadings(
  first: Feed,
  again: Reading,
  next?: { url: string; reading: Reading },
): Steadiness {
  const warnings: Words[] = [];
  const known = new Set(keysOf(first));
  const steadiness: Steadiness = { again: { same: 0, of: known.size }, warnings };
  if ('refusal' in again) steadiness.again = again;
  else {
    const same = new Set(keysOf(again).filter((key) => known.has(key))).size;
    steadiness.again = { same, of: known.size };
    if (same * 2 < known.size)
      warnings.push({
        vi: `Đọc lại trang thì chỉ còn ${same} trong ${known.size} bài. Trang có thể đổi mỗi lần mở.`,
        en: `On reading the page again, only ${same} of ${known.size} posts are there. The page may change each time it is opened.`,
      });
  }
  if (!next) return steadiness;
  const { url, reading } = next;
  if ('refusal' in reading) return { ...steadiness, next: { url, refusal: reading.refusal } };
  const keys = new Set(keysOf(reading));
  const isNew = [...keys].filter((key) => !known.has(key)).length;
  if (!isNew)
    warnings.push({
      vi: 'Trang sau chỉ có những bài đã ở trang này.',
      en: 'The next page has only posts that are on this page, too.',
    });
  return { ...steadiness, next: { url, posts: keys.size, isNew } };
}
