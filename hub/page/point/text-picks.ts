import { foldWords } from '../../../core/text/fold-words.ts';
import type { ElementNumbers } from '../element-numbers.ts';
import type { HtmlPage } from '../html-page.ts';
import { PageError } from '../page-error.ts';
import { type Element, visibleElements } from '../tree.ts';
import type { Picks, TextPicks } from './types.ts';

/** Longer texts are those of whole parts of a page. */
const MAX_TEXT_CHARS = 500;

/** The innermost element with a text: whose whole text it is, else whose text begins with it, else contains it. */
function elementWithText(page: HtmlPage, wanted: string): Element {
  const words = foldWords(wanted);
  const found: (Element | undefined)[] = [undefined, undefined, undefined];
  for (const element of words ? visibleElements(page.root) : []) {
    if (page.slice(element, element).length > MAX_TEXT_CHARS * 20) continue;
    const text = foldWords(page.textLine(element, MAX_TEXT_CHARS) ?? '');
    if (!text.includes(words)) continue;
    const rank = text === words ? 0 : text.startsWith(words) ? 1 : 2;
    const known = found[rank];
    // The first on the page, and of those around each other the innermost.
    if (!known || (element.startIndex! >= known.startIndex! && element.endIndex! <= known.endIndex!))
      found[rank] = element;
  }
  const element = found.find(Boolean);
  if (element) return element;
  throw new PageError(
    'no-match',
    `Trên trang có tiêu đề “${page.title}” không có chữ “${wanted}”.`,
    `The page titled “${page.title}” does not have the text “${wanted}”.`,
  );
}

/** The elements with the texts of some picks. @throws PageError if a text is not on the page */
export function picksByText(page: HtmlPage, numbers: ElementNumbers, picks: Picks | TextPicks): Picks {
  const numberOf = (text: string | number) =>
    typeof text === 'number' ? text : numbers.numberOf(elementWithText(page, text))!;
  const { items, not, date, summary, next, columns } = picks;
  return {
    ...(picks as Picks),
    items: items.map(numberOf),
    not: not.map(numberOf),
    ...(date !== undefined && { date: numberOf(date) }),
    ...(summary !== undefined && { summary: numberOf(summary) }),
    ...(next !== undefined && { next: numberOf(next) }),
    ...(columns && {
      columns: Object.fromEntries(Object.entries(columns).map(([name, text]) => [name, numberOf(text)])),
    }),
  };
}
