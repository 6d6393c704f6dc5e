import { expect } from 'chai';
import type { ListKind } from '../../../../core/config/cluster.ts';
import type { Item } from '../../../../core/model/feed.ts';
import { parseDate } from '../../../../core/time/parse-date.ts';
import { isRelative, resolveRelative } from '../../../../hub/page/date/relative-dates.ts';
import { anyText } from '../../../any-text.ts';
import { fc, propertyRuns } from '../../../property.ts';
import { page } from '../read.ts';

/** A Tuesday, in Vietnam. */
const NOW = Date.parse('2024-03-05T15:47:30+07:00');

const dateOf = ({ date_published, _tct }: Item) =>
  date_published && `${date_published.slice(0, 16)} ${_tct?.precision}`;

/** The dates of a list of posts, each from the HTML that holds its date. */
async function datesOf(...dates: string[]): Promise<(string | undefined)[]> {
  const posts = dates.map((date, at) => `<li class=post><a href=/${at}>Bài viết số ${at}</a> ${date}</li>`);
  const { feed } = await page(`<ul>${posts.join('')}</ul>`, { item: '.post' }, 'news', undefined, NOW);
  return feed.items.map(dateOf);
}
const named = (text: string) => `<span class="time">${text}</span>`;

describe('dates in relation to the time of the page', () => {
  const rows: [text: string, expected: string][] = [
    ['vừa xong', '2024-03-05T15:47 minute'],
    ['Just now', '2024-03-05T15:47 minute'],
    ['30 giây trước', '2024-03-05T15:47 minute'],
    ['5 phút trước', '2024-03-05T15:42 minute'],
    ['15p trước', '2024-03-05T15:32 minute'],
    ['5 mins ago', '2024-03-05T15:42 minute'],
    ['2 giờ trước', '2024-03-05T13:47 hour'],
    ['2h trước', '2024-03-05T13:47 hour'],
    ['2 tiếng trước', '2024-03-05T13:47 hour'],
    ['khoảng 2 giờ trước', '2024-03-05T13:47 hour'],
    ['cách đây 2 giờ', '2024-03-05T13:47 hour'],
    ['một giờ trước', '2024-03-05T14:47 hour'],
    ['an hour ago', '2024-03-05T14:47 hour'],
    ['16 giờ trước', '2024-03-04T23:47 hour'],
    ['1 giờ 15 phút trước', '2024-03-05T14:32 minute'],
    ['1 giờ, 15 phút trước', '2024-03-05T14:32 minute'],
    ['3 ngày trước', '2024-03-02T00:00 day'],
    ['5 ngày trước', '2024-02-29T00:00 day'],
    ['a day ago', '2024-03-04T00:00 day'],
    ['2 tuần trước', '2024-02-20T00:00 day'],
    ['1 tháng trước', '2024-02-04T00:00 day'],
    ['1 năm trước', '2023-03-06T00:00 day'],
    ['hôm nay', '2024-03-05T00:00 day'],
    ['Hôm nay, 08:30', '2024-03-05T08:30 minute'],
    ['08:30 hôm nay', '2024-03-05T08:30 minute'],
    ['Hôm nay lúc 8 giờ 30', '2024-03-05T08:30 minute'],
    ['Sáng nay', '2024-03-05T00:00 day'],
    ['hôm qua', '2024-03-04T00:00 day'],
    ['Hôm qua, 14h05', '2024-03-04T14:05 minute'],
    ['Đăng hôm qua lúc 14:05', '2024-03-04T14:05 minute'],
    ['tối qua', '2024-03-04T00:00 day'],
    ['hôm kia', '2024-03-03T00:00 day'],
    ['Yesterday at 14:05', '2024-03-04T14:05 minute'],
    ['05/03', '2024-03-05T00:00 day'],
    ['06/03', '2024-03-06T00:00 day'],
    ['07/03', '2023-03-07T00:00 day'],
    ['0 ngày trước', '2024-03-05T00:00 day'],
    ['0 giờ trước', '2024-03-05T15:47 hour'],
    ['Hôm&nbsp;nay', '2024-03-05T00:00 day'],
    ['Hôm\n    qua', '2024-03-04T00:00 day'],
    ['Cách&nbsp;đây 2 giờ', '2024-03-05T13:47 hour'],
    ['2&nbsp;giờ&nbsp;trước', '2024-03-05T13:47 hour'],
    ['Vừa xong'.normalize('NFD'), '2024-03-05T15:47 minute'],
    ['một giờ trước'.normalize('NFD'), '2024-03-05T14:47 hour'],
    ['Hôm\u00a0nay, 08:30'.normalize('NFD'), '2024-03-05T08:30 minute'],
    ['31/12', '2023-12-31T00:00 day'],
    ['29/02', '2024-02-29T00:00 day'],
    ['08:30 04/03', '2024-03-04T08:30 minute'],
    ['04/03, 08:30', '2024-03-04T08:30 minute'],
    ['Thứ hai, 04/03', '2024-03-04T00:00 day'],
    ['Ngày 4 tháng 3', '2024-03-04T00:00 day'],
    ['04 Th3', '2024-03-04T00:00 day'],
    ['25 Tháng Mười Hai', '2023-12-25T00:00 day'],
    ['4 Mar', '2024-03-04T00:00 day'],
    ['Mar 4', '2024-03-04T00:00 day'],
    ['December 25th', '2023-12-25T00:00 day'],
  ];
  for (const [text, expected] of rows)
    it(JSON.stringify(text), async () => {
      // As a text among others, as an element named like a date, and as a <time>.
      for (const html of [`<p>${text}</p>`, named(text), `<time>${text}</time>`])
        expect(await datesOf(html), html).to.deep.equal([expected]);
    });

  it('in a named element may have a single digit', async () => {
    expect(await datesOf(named('5/3'), named('25/2'))).to.deep.equal([
      '2024-03-05T00:00 day',
      '2024-02-25T00:00 day',
    ]);
  });

  it('are found beside other texts of their element', async () => {
    expect(
      await datesOf(named('2 giờ trước | Lượt xem: 120'), named('<i></i> hôm qua - Quản trị')),
    ).to.deep.equal(['2024-03-05T13:47 hour', '2024-03-04T00:00 day']);
  });

  it('give way to a full date', async () => {
    expect(
      await datesOf(
        `${named('2 giờ trước')}<p>01/02/2024 08:00</p>`,
        '<time datetime="2024-03-05T13:30:00+07:00">2 giờ trước</time>',
        '<span class="time" title="05/03/2024 13:30">2 giờ trước</span>',
        '<span class="time-ago" data-time="1709620200">2 giờ trước</span>',
        '<abbr class="timeago" title="2024-03-05T13:30:00+07:00">2 giờ trước</abbr>',
      ),
    ).to.deep.equal([
      '2024-02-01T08:00 minute',
      ...Array.from({ length: 4 }, () => '2024-03-05T13:30 minute'),
    ]);
  });

  it('are not numbers in attributes', async () => {
    const values = ['2000', '2000-01', '24', '2000.5', '120', '1999/2', '20', '123456'];
    expect(
      await datesOf(
        ...values.map((value) => `<span class="time" data-time="${value}">05/03/2024</span>`),
        '<time datetime="2024">05/03/2024</time>',
      ),
    ).to.deep.equal(Array.from({ length: 9 }, () => '2024-03-05T00:00 day'));
    expect(
      await datesOf(
        '<span class="time" data-time="2000"></span>',
        '<span class="time" data-date="20240305">5/3</span>',
        '<span class="time" data-date="5 Mar 2024">5/3</span>',
        '<span class="time" data-date="March 5, 2024">5/3</span>',
        '<span class="time" data-date="05/03/2024">5/3</span>',
        '<span class="time" data-timestamp="1709620200000">5/3</span>',
        '<time datetime="2024-03">Tháng Ba</time>',
        '<time datetime="2024-10-18T13:30:00+07:00">18/10/2024</time>',
        '<span class="time" data-time="2024-10-18 13:30">18/10/2024</span>',
      ),
    ).to.deep.equal([
      undefined,
      ...Array.from({ length: 4 }, () => '2024-03-05T00:00 day'),
      '2024-03-05T13:30 minute',
      '2024-03-01T00:00 day',
      '2024-10-18T13:30 minute',
      '2024-10-18T13:30 minute',
    ]);
  });

  it('are not the words between two numbers', async () => {
    expect(
      await datesOf('<span>Đợt 2 giữa năm 2024</span><span>Đăng lúc 10:00, 05/03/2024</span>'),
    ).to.deep.equal(['2024-03-05T10:00 minute']);
  });

  it('are no words of a title or summary, no page number, no view count', async () => {
    expect(
      await datesOf(
        '<p>Hôm nay, 120 học viên của trường dự lễ khai giảng.</p>',
        '<p>Chỉ 3 ngày trước kỳ thi</p>',
        '<p>Hôm nay khai giảng</p>',
        '<p>1/2</p>',
        '<p>Trang 01/12</p>',
        '<span>24060</span>',
        '<span>1709620200</span>',
        '<p>2 giờ nữa</p>',
        '<p>ngày mai</p>',
      ),
    ).to.deep.equal(Array.from({ length: 9 }));
  });

  it('are no titles', async () => {
    const { feed } = await page(
      '<ul><li class=post><a href=/1><span>2 giờ trước</span><br>Bài viết</a></li></ul>',
      { item: '.post' },
      'news',
      undefined,
      NOW,
    );
    expect(feed.items[0]!.title).to.equal('Bài viết');
  });

  it('are marked if later readings are vaguer, so that those do not replace them', async () => {
    const [vaguer, same, full] = [named('hôm qua'), named('04/03'), named('01/02/2024')];
    const { feed } = await page(
      `<ul><li class=post><a href=/1>Bài 1</a>${vaguer}</li><li class=post><a href=/2>Bài 2</a>${same}</li><li class=post><a href=/3>Bài 3</a>${full}</li></ul>`,
      { item: '.post' },
      'news',
      undefined,
      NOW,
    );
    expect(feed._tct?.approximate).to.deep.equal([feed.items[0]!.id]);
  });

  it('are resolved to a date that is not in the future, or to nothing, whatever the text', () => {
    const words = fc.constantFrom(
      '1',
      '23',
      '/',
      ' ',
      'giờ',
      'phút',
      'ngày',
      'trước',
      'hôm',
      'qua',
      'nay',
      'tháng',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(anyText(40), fc.string({ unit: words, maxLength: 12 })),
        fc.integer({ min: Date.parse('2001-01-01'), max: Date.parse('2100-01-01') }),
        (text, now) => {
          const found = resolveRelative(text, now);
          expect(resolveRelative(text, now)).to.deep.equal(found);
          expect(isRelative(text)).to.equal(found !== undefined);
          const date = found && parseDate(found.text)?.date;
          if (date) expect(Date.parse(date)).to.be.below(now + 24 * 3_600_000);
        },
      ),
      { numRuns: propertyRuns(2_000) },
    );
  });
});

describe('the order of day and month on a page', () => {
  it('is month first if one date can only be read so', async () => {
    expect(await datesOf(named('3/5/2020 9:00 AM'), named('3/25/2020'), named('3/12/2020'))).to.deep.equal([
      '2020-03-05T09:00 minute',
      '2020-03-25T00:00 day',
      '2020-03-12T00:00 day',
    ]);
  });

  it('is day first otherwise, and whatever the titles say', async () => {
    expect(
      await datesOf(named('5/3/2020'), named('12/3/2020'), '<p>Từ 3/25/2020 là ngày hội của trường ta.</p>'),
    ).to.deep.equal(['2020-03-05T00:00 day', '2020-03-12T00:00 day', undefined]);
    expect(await datesOf(named('5/3/2020'), named('25/3/2020'))).to.deep.equal([
      '2020-03-05T00:00 day',
      '2020-03-25T00:00 day',
    ]);
  });

  it('holds for dates without a year', async () => {
    expect(await datesOf(named('02/25'), named('03/04'))).to.deep.equal([
      '2024-02-25T00:00 day',
      '2024-03-04T00:00 day',
    ]);
  });

  it('holds for the dates in a table of documents and in their forms', async () => {
    const documents = async (html: string, kind: ListKind = 'documents', item?: string) =>
      (await page(html, item ? { item } : {}, kind, undefined, NOW)).feed.items.map(
        ({ date_published, _tct }) => [
          date_published?.slice(0, 10),
          _tct?.document?.issued,
          _tct?.document?.effective,
        ],
      );
    const row = (number: string, issued: string, effective: string) =>
      `<tr><td>${number}</td><td>Quyết định về việc ${number}</td><td>${issued}</td><td>${effective}</td></tr>`;
    expect(
      await documents(
        `<table><tr><th>Số ký hiệu</th><th>Trích yếu</th><th>Ngày ban hành</th><th>Ngày có hiệu lực</th></tr>${row('12/QĐ-TCT', '3/5/2020 12:00:00 AM', '3/6/2020')}${row('13/QĐ-TCT', '3/25/2020 12:00:00 AM', '4/1/2020')}</table>`,
      ),
    ).to.deep.equal([
      ['2020-03-05', '2020-03-05', '2020-03-06'],
      ['2020-03-25', '2020-03-25', '2020-04-01'],
    ]);
    const block = (number: string, issued: string) =>
      `<div class="vb"><a href="/${number}">Quyết định về việc ${number}</a><p>Số ký hiệu: ${number}</p><p>Ngày ban hành: ${issued}</p></div>`;
    expect(
      await documents(
        `${block('12/QĐ-TCT', '3/5/2020')}${block('13/QĐ-TCT', '3/25/2020')}`,
        'documents',
        '.vb',
      ),
    ).to.deep.equal([
      ['2020-03-05', '2020-03-05', undefined],
      ['2020-03-25', '2020-03-25', undefined],
    ]);
  });
});
