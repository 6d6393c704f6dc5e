import { LIST_KINDS } from '../../../core/config/cluster.ts';
import { decodeBytes } from '../../../core/read/charset.ts';
import { HtmlPage } from '../../../hub/page/html-page.ts';
import { guessList } from '../../../hub/page/list/guess-list.ts';
import { namedPages } from '../../../hub/page/named-pages.ts';
import { PageError } from '../../../hub/page/page-error.ts';
import { readPage } from '../../../hub/page/read-page.ts';
import { testFiles } from '../fixtures.ts';
import { checkPublished } from '../published.ts';
import { shapeOf, type Target } from '../target.ts';

const URL = 'http://truong.example/tin/';
const source = (item?: string) => ({ url: URL, kind: 'page' as const, pages: 1, ...(item && { item }) });

/** The result of some reading, or the code of a `PageError`. */
async function outcome(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PageError) return error.code;
    throw error;
  }
}

/** The ways to read a page. All of them would take too long for each input: its length decides. */
const WAYS = LIST_KINDS.flatMap((kind) => [undefined, 'li, tr'].map((item) => ({ kind, item })));

/** `readPage` for every kind of list, with selectors and without, and the guesses of `discover`. */
export const pages: Target = {
  name: 'pages',
  seeds: () => testFiles('fixtures', /\.html$/),
  dictionary: [
    ...[
      '<li class=post>',
      '<table>',
      '<tr>',
      '<td>',
      '<th>Số ký hiệu',
      '<th>Ngày ban hành',
      '<th>Trích yếu',
      '<h1>',
    ],
    ...[
      '<a href="/1" title="',
      '<a href="http://1.2.3.4.5/x">',
      '<img src="/1.jpg" srcset="/2.jpg 640w">',
      '<div class=gallery>',
    ],
    ...[
      '<figcaption>',
      '<base href="',
      '<a rel=next href="?2">',
      'rowspan=3 colspan=9',
      'style="background:url(/b.jpg)"',
    ],
    ...[
      'Người ký: ',
      '12/KH-TCT',
      '27/07/2022',
      '<form>',
      '<input type=password>',
      'hidden',
      '<title>',
      'download',
    ],
  ],
  run(input) {
    const way = WAYS[input.length % (WAYS.length + 1)];
    return outcome(async () => {
      if (!way) {
        const page = new HtmlPage(decodeBytes(input, 'text/html'), URL);
        return `${guessList(page) === undefined} ${namedPages(page).length}`;
      }
      const { feed } = await readPage(
        input,
        { url: URL, contentType: 'text/html' },
        source(way.item),
        way.kind,
        Date.parse('2026-11-23T08:00:00+07:00'),
      );
      await checkPublished(feed);
      return `${way.kind} ${shapeOf(feed)}`;
    });
  },
};
