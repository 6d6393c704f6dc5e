/** Why a page could not be read. */
export type PageErrorCode = 'selector' | 'no-match' | 'too-large' | 'challenge' | 'not-a-page';

/** A page could not be read. Explains why, in Vietnamese (`message` and `vi`) and English (`en`). */
export class PageError extends Error {
  override readonly name = 'PageError';

  constructor(
    readonly code: PageErrorCode,
    readonly vi: string,
    readonly en: string,
    /** `vi` without what it quotes of the body, except for titles. */
    readonly publicVi = vi,
  ) {
    super(vi);
  }
}

/** How many elements of the page a selector matches. */
export interface SelectorCount {
  field: string;
  selector: string;
  matched: number;
}

const quoted = (text: string) => `“${text}”`;
const listed = (counts: readonly SelectorCount[]) =>
  counts.map(({ field, selector, matched }) => `${field} ${quoted(selector)}: ${matched}`).join('; ');

/** A selector is not valid CSS. */
export function invalidSelector(field: string, selector: string, reason: string): PageError {
  return new PageError(
    'selector',
    `Bộ chọn ${field} ${quoted(selector)} không phải là bộ chọn CSS hợp lệ (${reason}).`,
    `The selector ${field} ${quoted(selector)} is not valid CSS (${reason}).`,
  );
}

/**
 * A selector matches nothing.
 *
 * @param title title of the page
 * @param missing the selector without matches
 * @param counts matches of all selectors
 * @param within whether only the items were searched
 */
export function nothingMatched(
  title: string,
  missing: Omit<SelectorCount, 'matched'>,
  counts: readonly SelectorCount[],
  within: boolean,
): PageError {
  const which = `${missing.field} ${quoted(missing.selector)}`;
  return new PageError(
    'no-match',
    `Bộ chọn ${which} không khớp phần tử nào ${within ? 'bên trong các phần tử item ' : ''}trên trang có tiêu đề ${quoted(title)}. Số phần tử khớp trên cả trang: ${listed(counts)}.`,
    `The selector ${which} matches nothing ${within ? 'within the items ' : ''}on the page titled ${quoted(title)}. Elements matched on the whole page: ${listed(counts)}.`,
  );
}

/** The selectors match, but nothing could be read from the elements. */
export function nothingRead(
  title: string,
  counts: readonly SelectorCount[],
  wanted: [vi: string, en: string],
): PageError {
  return new PageError(
    'no-match',
    `Trên trang có tiêu đề ${quoted(title)} có phần tử khớp nhưng không đọc được ${wanted[0]} nào. Số phần tử khớp trên cả trang: ${listed(counts)}.`,
    `On the page titled ${quoted(title)} elements match, but no ${wanted[1]} could be read from them. Elements matched on the whole page: ${listed(counts)}.`,
  );
}

/** There is no selector, and nothing on the page could be guessed. */
export function nothingGuessed(title: string, reason: [vi: string, en: string]): PageError {
  return new PageError(
    'no-match',
    `${reason[0]} Trang có tiêu đề ${quoted(title)}.`,
    `${reason[1]} The page is titled ${quoted(title)}.`,
  );
}

/** The page is too large. @param max in the given unit */
export function tooLarge(max: number, unit: [vi: string, en: string]): PageError {
  return new PageError(
    'too-large',
    `Trang có hơn ${max} ${unit[0]} nên không được đọc.`,
    `The page has more than ${max} ${unit[1]} and was not read.`,
  );
}
