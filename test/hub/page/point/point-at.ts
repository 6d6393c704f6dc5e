import { ElementNumbers } from '../../../../hub/page/element-numbers.ts';
import { HtmlPage } from '../../../../hub/page/html-page.ts';
import { pointAt } from '../../../../hub/page/point/point.ts';
import type { Picks, PointReading, PointRequest, TextPicks } from '../../../../hub/page/point/types.ts';
import { type Element, visibleElements } from '../../../../hub/page/tree.ts';

const PAGE_URL = 'https://truong.example/tin-tuc';
const NOW = Date.parse('2026-11-23T08:00:00+07:00');

/** Points at a page. */
export function point(
  html: string,
  picks: Partial<Picks> | Partial<TextPicks> = {},
  more: Partial<PointRequest> = {},
  url = PAGE_URL,
): Promise<PointReading> {
  return pointAt(
    new TextEncoder().encode(html),
    { url, contentType: 'text/html; charset=utf-8' },
    { kind: 'news', ...more, picks: { items: [], not: [], ...picks } as Picks | TextPicks },
    NOW,
  );
}

/** The numbers of the visible elements of a page that pass a test. */
export function numbersOf(html: string, test: (element: Element, page: HtmlPage) => boolean): number[] {
  const page = new HtmlPage(html, PAGE_URL);
  const numbers = new ElementNumbers(page.root);
  return visibleElements(page.root)
    .filter((each) => test(each, page))
    .map((each) => numbers.numberOf(each)!);
}
