import { expect } from 'chai';
import type { ListKind } from '../../../core/config/cluster.ts';
import { PageError } from '../../../hub/page/read-page.ts';
import { faults } from '../../core/feed-faults.ts';
import { fc, propertyRuns } from '../../property.ts';
import { failure, page, type SelectorFields } from './read.ts';

const many = (text: string, times: number) => text.repeat(times);
const POST = '<div class=a><h3><a href=/1>Bài số một</a></h3></div>';

/**
 * Each is so large that anything slower than linear time would exceed the test timeout; in `npm test`, which stays quick,
 * every fourth is read.
 */
const BOMBS: [name: string, html: () => string][] = [
  ['a million <', () => POST + many('<', 1e6)],
  ['a million <!', () => POST + many('<!', 1e6)],
  ['a million </', () => POST + many('</', 1e6)],
  ['a million >', () => POST + many('>', 1e6)],
  ['a million &', () => POST + many('&', 1e6)],
  ['100,000 deep', () => `${POST}${many('<div>', 1e5).slice(0, 5 * 49_000)}x`],
  ['49,000 deep, closed', () => `${POST}${many('<div>', 49_000)}x${many('</div>', 49_000)}`],
  ['deep items', () => `${POST}${many('<div class=a>', 40_000)}<h3>x</h3>`],
  ['deep tables', () => `${POST}${many('<table><tr><td>Số ký hiệu<td>Trích yếu<tr><td>1<td>', 5_000)}`],
  ['deep links', () => `${POST}${many('<a href=/2><b>', 20_000)}x`],
  ['nested unmatched closing tags', () => `${POST}${many('<b>', 240)}${many('</i>', 1e6)}`],
  ['rows and cells that are not closed', () => `${POST}<table>${many('<tr><td><p><font>', 12_000)}`],
  ['an item of a megabyte', () => `<div class=a><h3><a href=/1>${many('chữ ', 3e5)}</a></h3></div>`],
  [
    'one element with 100,000 attributes',
    () => `${POST}<p ${[...Array(1e5).keys()].map((n) => `a${n}=1`).join(' ')}>`,
  ],
  ['40,000 links in an item', () => `<div class=a><h3>Bài</h3>${many('<a href=/2>x</a>', 40_000)}</div>`],
  ['40,000 pictures in an item', () => `<div class=a><h3>Bài</h3>${many('<img src=/2.jpg>', 40_000)}</div>`],
  [
    '40,000 photos in links',
    () =>
      `${POST}<article>${[...Array(2e4).keys()].map((n) => `<a href=/${n}.jpg><img src=/${n}s.jpg></a>`).join('')}</article>`,
  ],
  ['20,000 headings', () => `${POST}<div class=a>${many('<h3> </h3>', 20_000)}</div>`],
  ['40,000 items', () => many('<p class=a><b>Bài</b>', 20_000)],
  [
    'labels of half dates',
    () => `${POST}<div class=a><h3>B</h3>${many('<i>1/1/</i> ngày 1 ', 40_000)}</div>`,
  ],
  [
    'a table with 5,000 rows',
    () =>
      `<table><tr><th>Số<th>Trích yếu<th>Tải về${[...Array(5000).keys()].map((n) => `<tr><td>${n}/QĐ-A<td>Về việc ${n}<td><a href=/${n}.pdf>Tải</a>`).join('')}</table>${POST}`,
  ],
  [
    'spans of spans',
    () =>
      `${POST}<table><tr><th>Số<th>Trích yếu${many('<tr><td colspan=9999 rowspan=9999>x', 10_000)}</table>`,
  ],
  ['comments that are not closed', () => POST + many('<!-- ', 2e5)],
  ['scripts that are not closed', () => POST + many('<script>', 2e5)],
  ['quotes that are not closed', () => POST + many('<p a="><b c=\'', 2e4)],
  [
    'styles and attributes of backgrounds',
    () =>
      `<div class=a><h3>Bài</h3>${many(`<i style="background:${many('url(a', 1000)}" data-bg="url(${many(' ', 1000)}"></i>`, 200)}</div>`,
  ],
  [
    'srcset without end',
    () => `${POST}<article>${many(`<img src=/1.jpg srcset="${many('/a.jpg 1w, ', 2e4)}">`, 4)}</article>`,
  ],
  ['NULs everywhere', () => [...POST].join('\0') + POST],
];

describe('hostile pages', () => {
  for (const [name, html] of BOMBS.filter((_, index) => process.env.TCT_ALL || index % 4 === 0))
    it(`are read in time: ${name}`, async () => {
      for (const [kind, chosen] of [
        ['news', { item: '.a' }],
        ['documents', {}],
        ['documents', { item: '.a' }],
        ['gallery', {}],
      ] as [ListKind, SelectorFields][]) {
        const outcome = await page(html(), chosen, kind).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(outcome, `${kind}: ${outcome.stack}`).to.be.instanceOf(PageError);
        else expect(faults((outcome as Awaited<ReturnType<typeof page>>).feed).slice(0, 3)).to.deep.equal([]);
      }
    });

  it('are refused with an explanation if they have more than 32 MB or too many elements', async () => {
    const long = await failure(page(new Uint8Array(32 * 1024 * 1024 + 1), { item: 'p' }));
    expect(long.vi).to.equal('Trang có hơn 32 MB nên không được đọc.');
    expect(long.code).to.equal('too-large');
    const full = await failure(page(many('<b>x</b>', 60_000), { item: 'p' }));
    expect(full.vi).to.equal('Trang có hơn 50000 phần tử nên không được đọc.');
  });

  it('are read with elements nested too deeply as text of their ancestors', async () => {
    const { feed } = await page(
      `<div class=a><h3><a href=/1>Bài ${many('<b>', 1000)}số một</a></h3></div>${POST.replace('/1', '/2')}`,
      {
        item: '.a',
      },
    );
    expect(feed.items[0]!.title).to.equal('Bài số một');
  });

  it('give a valid feed or a PageError, whatever their bytes', async () => {
    const piece = fc.constantFrom(
      ...'<p> </p> <a href=/1> <a href="javascript:x"> </a> <h3> </h3> <table> <tr> <td> <th> </table> Số Trích_yếu 1/QĐ-A 05/3/2024 <img src=/1.jpg> <figure> <figcaption> <li> <ul> </ul> <div class=a> </div> <time datetime=2026> <script> </script> <!-- --> & &#0; &#xd800; < > " \' = \u0301 \ud800 Ngày_ban_hành: <base href=//x/> <title> </title> <svg> <form> <dl><dt> <dd>'
        .split(' ')
        .map((word) => word.replaceAll('_', ' ')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom<ListKind>('news', 'documents', 'gallery'),
        fc.constantFrom<SelectorFields>(
          {},
          { item: '.a' },
          { item: 'p', title: 'a', next: 'a' },
          { table: 'table' },
          { photos: '.a' },
        ),
        async (pieces, kind, chosen) => {
          const outcome = await page(pieces.join(' '), chosen, kind).catch((error: unknown) => error);
          if (outcome instanceof PageError) return;
          if (outcome instanceof Error) throw outcome;
          const { feed, next } = outcome as Awaited<ReturnType<typeof page>>;
          expect(faults(feed)).to.deep.equal([]);
          if (next) expect(next).to.match(/^https?:\/\//);
        },
      ),
      { numRuns: propertyRuns(1000) },
    );
  });
});
