import type { RawItem } from '../../core/read/to-item.ts';
import { parseDate, parseDay, writesMonthFirst } from '../../core/time/parse-date.ts';
import { type ResolvedDate, resolveRelative } from './date/relative-dates.ts';
import { DATE_FACTS } from './document/facts.ts';
import type { FoundItem } from './found-item.ts';

/**
 * Decides what the dates of a page mean: whether all of them write the month first, and which time those mean that are
 * given in relation to the time of the page. Sets `published` and `monthFirst` of the items, and corrects the dates
 * among their facts.
 *
 * @param now time of the page, ms since the epoch
 * @returns the items whose dates were given so
 */
export function resolveDates(found: readonly FoundItem[], now: number): Map<RawItem, ResolvedDate> {
  const writtenDate = ({ raw, stated }: FoundItem) =>
    stated.published ?? raw.published ?? stated.facts.issued;
  const completed = (text: string | undefined) => text && (resolveRelative(text, now)?.text ?? text);
  const monthFirst = writesMonthFirst(
    found.flatMap((each) => [completed(writtenDate(each)), ...Object.values(each.stated.written ?? {})]),
  );
  const relative = new Map<RawItem, ResolvedDate>();
  for (const each of found) {
    const { raw, stated } = each;
    const { facts, written = {} } = stated;
    if (monthFirst) {
      raw.monthFirst = true;
      for (const fact of DATE_FACTS) {
        const day = parseDay(written[fact] ?? '', true);
        if (day) facts[fact] = day;
      }
    }
    const text = writtenDate(each);
    if (text === undefined) continue;
    const resolved = parseDate(text) ? undefined : resolveRelative(text, now, monthFirst);
    raw.published = resolved?.text ?? text;
    if (resolved) relative.set(raw, resolved);
  }
  return relative;
}
