import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../../core/model/feed.ts';
import { calendar, midnight } from '../../locale/calendar.ts';
import type { Locale } from '../../locale/types/locale.ts';

/** The heading of a day: in words if it is today or yesterday, and the date. */
function dayHeading(date: string, locale: Locale, now: number): unknown {
  const daysAgo = calendar(date, now)?.daysAgo;
  const word = daysAgo === 0 || daysAgo === 1 ? html`<b>${locale.date(date, 'day', now)}</b> ` : nothing;
  return html`${word}${locale.fullDate(date, 'day')}`;
}

/** Formats dates without the day, which is in the heading: “16 giờ”, “5 phút trước”. */
export const timeOfDay =
  (locale: Locale): Locale['date'] =>
  (date, precision, now) => {
    const day = locale.date(date, 'day', now);
    const text = locale.date(date, precision, now);
    return text.startsWith(day) ? text.slice(day.length).trim() : text;
  };

/**
 * Renders posts by day, each day below its date.
 *
 * @param dayOf returns the day that a post belongs to, `YYYY-MM-DD`; empty if it has none
 * @param list renders the posts of a day
 * @param level of the days' headings
 */
export function timeline(
  posts: readonly Item[],
  dayOf: (post: Item) => string,
  list: (posts: readonly Item[]) => TemplateResult,
  level: number,
  locale: Locale,
  now: number,
): TemplateResult {
  const days = new Map<string, Item[]>();
  for (const post of posts) {
    const day = dayOf(post);
    const ofDay = days.get(day);
    if (ofDay) ofDay.push(post);
    else days.set(day, [post]);
  }
  return html`${[...days].map(
    ([day, ofDay]) =>
      html`<div class="day">${day ? html`<div part="day" role="heading" aria-level=${level}>${dayHeading(midnight(day), locale, now)}</div>` : nothing}${list(ofDay)}</div>`,
  )}`;
}
