/** What kept a page from being read. */
export type PageErrorCode = 'selector' | 'no-match' | 'too-large' | 'not-a-page';

/** Thrown by `readPage`, for the webmaster: in Vietnamese (`message`, `vi`) and English (`en`). */
export class PageError extends Error {
  override readonly name = 'PageError';

  constructor(
    readonly code: PageErrorCode,
    readonly vi: string,
    readonly en: string,
  ) {
    super(vi);
  }
}

/** How many elements of the page, or of its items, a selector matched. */
export interface Count {
  field: string;
  selector: string;
  matched: number;
}

const quoted = (text: string) => `“${text}”`;
const listed = (counts: readonly Count[]) =>
  counts.map(({ field, selector, matched }) => `${field} ${quoted(selector)}: ${matched}`).join('; ');

export function invalidSelector(field: string, selector: string, reason: string): PageError {
  return new PageError(
    'selector',
    `Bộ chọn ${field} ${quoted(selector)} không phải là bộ chọn CSS hợp lệ (${reason}).`,
    `The selector ${field} ${quoted(selector)} is not valid CSS (${reason}).`,
  );
}

/**
 * A selector that found nothing, or nothing within the items.
 *
 * @param missing the selector that is to blame
 * @param counts of all selectors given
 * @param within whether it was looked for in the items only
 */
export function nothingMatched(
  title: string,
  missing: Omit<Count, 'matched'>,
  counts: readonly Count[],
  within: boolean,
): PageError {
  const which = `${missing.field} ${quoted(missing.selector)}`;
  return new PageError(
    'no-match',
    `Bộ chọn ${which} không khớp phần tử nào ${within ? 'bên trong các phần tử item ' : ''}trên trang có tiêu đề ${quoted(title)}. Số phần tử khớp trên cả trang: ${listed(counts)}.`,
    `The selector ${which} matches nothing ${within ? 'within the items ' : ''}on the page titled ${quoted(title)}. Elements matched on the whole page: ${listed(counts)}.`,
  );
}

/** Elements were matched, but none gave an item. */
export function nothingRead(
  title: string,
  counts: readonly Count[],
  wanted: [vi: string, en: string],
): PageError {
  return new PageError(
    'no-match',
    `Trên trang có tiêu đề ${quoted(title)} có phần tử khớp nhưng không đọc được ${wanted[0]} nào. Số phần tử khớp trên cả trang: ${listed(counts)}.`,
    `On the page titled ${quoted(title)} elements match, but no ${wanted[1]} could be read from them. Elements matched on the whole page: ${listed(counts)}.`,
  );
}

/** No selector was given, and the page shows nothing that could be guessed. */
export function nothingGuessed(title: string, reason: [vi: string, en: string]): PageError {
  return new PageError(
    'no-match',
    `${reason[0]} Trang có tiêu đề ${quoted(title)}.`,
    `${reason[1]} The page is titled ${quoted(title)}.`,
  );
}

/** @param most megabytes or elements */
export function tooLarge(most: number, unit: [vi: string, en: string]): PageError {
  return new PageError(
    'too-large',
    `Trang có hơn ${most} ${unit[0]} nên không được đọc.`,
    `The page has more than ${most} ${unit[1]} and was not read.`,
  );
}
