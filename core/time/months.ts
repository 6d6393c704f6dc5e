/** Month names: their beginnings in lower case without diacritics, one position per month. */
import { positions } from './positions.ts';

/** English, French, German, Hungarian, Portuguese, Spanish and Greek. The first of each is English. */
const MONTHS =
  'jan ene ιαν,feb fev φεβ,mar mrz μαρ,apr avr abr απρ,may mai maj μαι,jun juin ιουν,jul juil ιουλ,aug aou ago αυγ,sep sze set σεπ,oct okt out οκτ,nov νοε,dec dez dic δεκ';

/**
 * Italian, Russian, Ukrainian, Dutch, Polish, Turkish, Romanian, Indonesian and Danish. They count only between the day
 * and the year, and are long enough to begin no Vietnamese syllable but "gen": "giug", because of "giữa".
 */
const FURTHER_MONTHS =
  'gen ian янв січ sty oca,фев лют lute luty sub,maa mrt мар бер,апр кві kwi nis,mag mei маи мая тра,giug iun июн чер cze haz,lug iul июл лип lipc lipi temm,авг сер sier agu,сен вер wrz eyl,ott окт жов paz eki,ноя лис lis kas noie,дек гру gru ara des';

export const MONTH_POSITIONS = new Map([...positions(MONTHS), ...positions(FURTHER_MONTHS)]);
/** Pattern of a month name anywhere in a date. */
export const MONTH = MONTHS.replace(/[ ,]/g, '|');
/** Pattern of a month name between the day and the year. */
export const MONTH_AFTER_DAY = [...MONTH_POSITIONS.keys()].join('|');

/** The English abbreviation of a month, 0–11; undefined for other numbers. */
export function englishMonth(month: number): string | undefined {
  return MONTHS.split(',')[month]?.slice(0, 3);
}
