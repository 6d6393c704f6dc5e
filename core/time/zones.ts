import { MINUTE_MS } from './duration.ts';
import { positions } from './positions.ts';
import { VIETNAM_OFFSET_MS } from './vietnam-time.ts';

/** Zones are in minutes east of Greenwich. */
export const VIETNAM_OFFSET_MINUTES = VIETNAM_OFFSET_MS / MINUTE_MS;

/** A numeric zone right after the time, or `GMT+7` anywhere after it, but not the `-10` of a date. */
const OFFSET = /(?:^|\b(?:gmt|utc?))[\s([]*([+-][01]?\d)(?::?([0-5]\d))?(?![\d/.-])/;

/**
 * Names of zones, one position per hour, from UTC-12 to UTC+12: those of RFC 822 §5.1 (its military letters with its
 * signs), and others that feeds print.
 */
const ZONES = positions(
  'm,l,k hst,i akst,h pst pt akdt,g mst mt pdt,f cst ct mdt,e est et cdt,d edt ast,c adt brt,b,a,z ut utc gmt wet,n cet met bst west,o cest mest eet sast,p eest msk,q,r,s,t ict wib,u sgt hkt,v jst kst,w aest,x aedt,y nzst',
);

/** A zone name right after the time (a single letter only at the very end), or GMT or UTC anywhere after it. */
const ZONE_NAME = RegExp(
  String.raw`(?:^[\s([]*|\b(?=gmt|utc))([a-z](?=\W*$)|(?=[a-z]{2})(?:${[...ZONES.keys()].join('|')})(?![a-z]))`,
);

/**
 * Finds the zone of a time.
 *
 * @param tail the text after the time, in lower case
 * @returns the text of the zone, and its minutes east of Greenwich; Vietnam's if there is none
 */
export function findZone(tail: string): [words: string, east: number] {
  const [offset, hours = '', minutes = '00'] = OFFSET.exec(tail) ?? [];
  if (offset) return [offset, Number(hours) * 60 + Number(hours[0] + minutes)];
  const [words = '', name = ''] = ZONE_NAME.exec(tail) ?? [];
  const place = ZONES.get(name);
  return place === undefined ? ['', VIETNAM_OFFSET_MINUTES] : [words, (place - 12) * 60];
}
