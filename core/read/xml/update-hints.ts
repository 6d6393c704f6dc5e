import type { UpdateHints } from '../../model/feed.ts';
import { parseCount } from '../to-item.ts';
import type { XmlElement } from './element.ts';

const PERIOD_MINUTES: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};
const DAY_ABBREVIATIONS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads `ttl`, `skipHours`, `skipDays` (RSS 2.0), `updatePeriod` and `updateFrequency` (RSS 1.0 Syndication module). */
export function readUpdateHints(channel: XmlElement): UpdateHints | undefined {
  const found: UpdateHints = {};
  const period = PERIOD_MINUTES[channel.child('sy:updateperiod')?.text().trim().toLowerCase() ?? ''];
  const minutes = Math.max(
    parseCount(channel.child('ttl')?.text()) ?? 0,
    period ? period / (parseCount(channel.child('sy:updatefrequency')?.text()) ?? 1) : 0,
  );
  if (minutes) found.minutes = minutes;
  // RSS 0.91 counted hours from 1 to 24.
  const hours = channel
    .child('skiphours')
    ?.all('hour')
    .map((hour) => Number.parseInt(hour.text(), 10))
    .filter((hour) => hour >= 0 && hour < 25);
  if (hours?.length) found.skipHours = hours.map((hour) => hour % 24);
  const days = channel
    .child('skipdays')
    ?.all('day')
    .map((day) => DAY_ABBREVIATIONS.indexOf(day.text().trim().slice(0, 3).toLowerCase()))
    .filter((day) => day >= 0);
  if (days?.length) found.skipDays = days;
  return Object.keys(found).length ? found : undefined;
}
