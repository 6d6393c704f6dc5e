import type { Item } from '../../model/feed.ts';
import type { XmlElement } from './element.ts';

const PRINTED_DATE = /\b\d{1,2} ([a-z]{3})[a-z]* \d{4} \d{1,2}:(\d\d)/i;
const MONTH_ABBREVIATIONS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * Whether a feed has the month in place of the minute. NukeViet up to 4.5 formats `pubDate` with `H:m:s`, in which `m`
 * is the month. If NukeViet is the feed's generator, one item is enough evidence; otherwise several months are needed.
 */
export function printsMonthForMinute(channel: XmlElement, items: readonly XmlElement[]): boolean {
  const minutes = new Set<number>();
  let dates = 0;
  for (const item of items) {
    const printed = PRINTED_DATE.exec(item.child('pubdate')?.text() ?? '');
    if (!printed) continue;
    const minute = Number(printed[2]);
    if (MONTH_ABBREVIATIONS.indexOf(printed[1]!.toLowerCase()) / 3 + 1 !== minute) return false;
    dates++;
    minutes.add(minute);
  }
  const isNukeViet = /nukeviet/i.test(channel.child('generator')?.text() ?? '');
  return isNukeViet ? dates > 0 : dates > 4 && minutes.size > 1;
}

/** Sets the wrong minute of a date to 0, and its precision to the hour. */
export function dropMinute(item: Item): void {
  if (item._tct?.precision !== 'minute' || !item.date_published) return;
  item.date_published = item.date_published.replace(/:\d\d:\d\d\+/, ':00:00+');
  item._tct.precision = 'hour';
}
