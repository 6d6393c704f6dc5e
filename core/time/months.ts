/** Month names: their beginnings in lower case without diacritics, one position per month. */

/** English, French, German, Hungarian, Portuguese, Spanish and Greek. The first of each is English. */
const MONTHS =
  'jan ene ιαν,feb fev φεβ,mar mrz μαρ,apr avr abr απρ,may mai maj μαι,jun juin ιουν,jul juil ιουλ,aug aou ago αυγ,sep sze set σεπ,oct okt out οκτ,nov νοε,dec dez dic δεκ';

/**
 * Italian, Russian, Ukrainian, Dutch, Polish, Turkish, Romanian, Indonesian and Danish. Some begin Vietnamese words
 * ("lut": lũ lụt), so they count only between the day and the year.
 */
const FURTHER_MONTHS =
  'gen ian янв січ sty oca,фев лют lut sub,maa mrt мар бер,апр кві kwi nis,mag mei маи мая тра,giu iun июн чер cze haz,lug iul июл лип lip tem,авг сер sie agu,сен вер wrz eyl,ott окт жов paz eki,ноя лис lis kas noie,дек гру gru ara des';

/** The position of each name in a comma-separated list of synonyms. */
export function positions(list: string): Map<string, number> {
  return new Map(list.split(',').flatMap((names, place) => names.split(' ').map((name) => [name, place])));
}

export const MONTH_POSITIONS = new Map([...positions(MONTHS), ...positions(FURTHER_MONTHS)]);
/** Pattern of a month name anywhere in a date. */
export const MONTH = MONTHS.replace(/[ ,]/g, '|');
/** Pattern of a month name between the day and the year. */
export const MONTH_AFTER_DAY = [...MONTH_POSITIONS.keys()].join('|');

/** The English abbreviation of a month, 0–11; undefined for other numbers. */
export function englishMonth(month: number): string | undefined {
  return MONTHS.split(',')[month]?.slice(0, 3);
}
