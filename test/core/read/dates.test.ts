import { expect } from 'chai';
import { atomEntry, feedOf, rssItem } from './read.ts';

const dated = async (text: string) => {
  const { date_published: date, _tct } = await rssItem(`<title>a</title><pubDate>${text}</pubDate>`);
  return [date, _tct?.precision];
};

/** The dates of a feed's items, `YYYY-MM-DDTHH:mm`. */
const datesOf = async (body: string) =>
  (await feedOf(body)).items.map(({ date_published }) => date_published?.slice(0, 16));
const rss = (...dates: string[]) =>
  `<rss version="2.0"><channel><title>T</title>${dates.map((date, index) => `<item><title>${index}</title><pubDate>${date}</pubDate></item>`).join('')}</channel></rss>`;

const FEEDS: [written: string, date: string, precision: string][] = [
  ['Sat, 30 Jan 2010 02:43:33 Z', '2010-01-30T09:43:33+07:00', 'minute'],
  ['Wed, 27 Jul 2022 15:56:00 +0700', '2022-07-27T15:56:00+07:00', 'minute'],
  ['27 Jul 22 08:56 GMT', '2022-07-27T15:56:00+07:00', 'minute'],
  ['Wed, 27 Jul 2022 08:56:00 EST', '2022-07-27T20:56:00+07:00', 'minute'],
  ['27/07/2022 | 3:56 PM', '2022-07-27T15:56:00+07:00', 'minute'],
  ['03/04/2022', '2022-04-03T00:00:00+07:00', 'day'],
  ['2022-07-27T15:56:00', '2022-07-27T15:56:00+07:00', 'minute'],
  ['<![CDATA[ 2022-07-27 15:56 ]]>', '2022-07-27T15:56:00+07:00', 'minute'],
  ['Thứ hai, 11 Tháng 12 2023 16:03', '2023-12-11T16:03:00+07:00', 'minute'],
];

describe('dates in feeds', () => {
  for (const [written, date, precision] of FEEDS)
    it(`“${written}”`, async () => {
      expect(await dated(written)).to.deep.equal([date, precision]);
    });

  it('have neither date nor precision if they are invalid', async () => {
    for (const text of ['hôm qua', '31/02/2022', '0000-00-00 00:00:00', 'Invalid Date', '1e999'])
      expect(await dated(text), text).to.deep.equal([undefined, undefined]);
  });

  it('fall back to another date of the item if the first is invalid', async () => {
    const item = await rssItem(
      '<title>a</title><pubDate>hôm qua</pubDate><dc:date>2026-01-02T03:04:05+07:00</dc:date>',
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    );
    expect(item.date_published).to.equal('2026-01-02T03:04:05+07:00');
  });

  describe('have one order of day and month in a feed', () => {
    const rows: [what: string, dates: string[], expected: string[]][] = [
      [
        'month first, as one date proves',
        ['3/25/2020 9:00:00 AM', '3/12/2020 12:00:00 PM', '3/5/2020 12:00:00 PM'],
        ['2020-03-25T09:00', '2020-03-12T12:00', '2020-03-05T12:00'],
      ],
      [
        'month first, as the last date proves',
        ['3/5/2020', '3/12/2020', '3/25/2020'],
        ['2020-03-05T00:00', '2020-03-12T00:00', '2020-03-25T00:00'],
      ],
      [
        'day first, as one date proves',
        ['25/3/2020', '12/3/2020', '5/3/2020'],
        ['2020-03-25T00:00', '2020-03-12T00:00', '2020-03-05T00:00'],
      ],
      [
        'day first, if nothing proves it',
        ['12/3/2020', '5/3/2020'],
        ['2020-03-12T00:00', '2020-03-05T00:00'],
      ],
      [
        'day first, if the dates contradict each other',
        ['25/3/2020', '3/25/2020', '5/3/2020'],
        ['2020-03-25T00:00', '2020-03-25T00:00', '2020-03-05T00:00'],
      ],
      [
        'month first, beside dates in other formats',
        ['3/25/2020', 'Thu, 05 Mar 2020 10:00:00 +0700', '2020-04-05', '3/5/2020'],
        ['2020-03-25T00:00', '2020-03-05T10:00', '2020-04-05T00:00', '2020-03-05T00:00'],
      ],
    ];
    for (const [what, dates, expected] of rows)
      it(what, async () => {
        expect(await datesOf(rss(...dates)), 'RSS').to.deep.equal(expected);
        const items = dates.map((date, index) => ({
          id: `${index}`,
          content_text: 'a',
          date_published: date,
        }));
        const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });
        expect(await datesOf(json), 'JSON Feed').to.deep.equal(expected);
      });
    it('also if the proof is a date of modification', async () => {
      expect(
        await datesOf(
          '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title><published>3/5/2020</published><updated>3/25/2020</updated></entry></feed>',
        ),
      ).to.deep.equal(['2020-03-05T00:00']);
    });
  });

  it('may be seconds since 1970, also as numbers in JSON', async () => {
    expect(await datesOf(rss('1171799695', '1171799695000'))).to.deep.equal([
      '2007-02-18T18:54',
      '2007-02-18T18:54',
    ]);
    for (const date_published of [1171799695, '1171799695', 1171799695000, '/Date(1171799695000)/'])
      expect(
        await datesOf(JSON.stringify({ items: [{ id: '1', content_text: 'a', date_published }] })),
      ).to.deep.equal(['2007-02-18T18:54']);
    const post = { id: 1, type: 'post', link: 'https://a.vn/1', title: { rendered: 'a' }, date: 1171799695 };
    expect(await datesOf(JSON.stringify([post]))).to.deep.equal(['2007-02-18T18:54']);
  });

  it('of an update are used if there is no date of publication', async () => {
    expect(await atomEntry('<title>a</title><updated>2026-01-02</updated>')).to.deep.include({
      date_published: '2026-01-02T00:00:00+07:00',
      date_modified: '2026-01-02T00:00:00+07:00',
      _tct: { precision: 'day' },
    });
  });

  it('of the feed are not used for items', async () => {
    const feed = await feedOf(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><updated>2026-01-02T00:00:00Z</updated><entry><title>a</title></entry></feed>',
    );
    expect(feed.items[0]).to.not.have.property('date_published');
  });

  it('keep their minute if a NukeViet feed really has such minutes', async () => {
    const item = (time: string) => `<item><title>${time}</title><pubDate>${time} GMT</pubDate></item>`;
    const feed = await feedOf(
      `<rss><channel><title>T</title><generator>NukeViet v4.0</generator>${item('Mon, 23 Nov 2026 00:11:00')}${item('Mon, 23 Nov 2026 00:12:00')}</channel></rss>`,
    );
    expect(feed.items[0]!._tct?.precision).to.equal('minute');
  });

  it('lose their minute if five items of any feed have the month in its place', async () => {
    const months = ['Nov 2026 07:11', 'Oct 2026 07:10', 'Sep 2026 07:09', 'Aug 2026 07:08', 'Jul 2026 07:07'];
    const feed = await feedOf(
      `<rss><channel><title>T</title>${months.map((time) => `<item><title>${time}</title><pubDate>Mon, 3 ${time}:00 GMT</pubDate></item>`).join('')}</channel></rss>`,
    );
    for (const item of feed.items) {
      expect(item._tct?.precision).to.equal('hour');
      expect(item.date_published).to.match(/T14:00:00/);
    }
  });
});
