import { expect } from 'chai';
import fc from 'fast-check';
import { FeedError, readFeed } from '../../../core/index.ts';
import { bytes } from '../../fixture.ts';
import { faults } from '../model.ts';
import { feedOf, recorded, URL } from './read.ts';

const rss = (inner: string) => `<rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`;
const many = (text: string, times: number) => text.repeat(times);

/** Each is of a size that anything worse than linear would not get through within the runner's patience. */
const BOMBS: [name: string, body: () => string][] = [
  [
    'an entity bomb',
    () =>
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${[...Array(20).keys()].map((n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`).join('')}]>${rss('<item><title>&a19;</title></item>')}`,
  ],
  ['a million <', () => rss(`<item><title>a</title><description>${many('<', 1e6)}</description></item>`)],
  ['a million <!', () => many('<!', 1e6)],
  ['a million <![', () => `<rss>${many('<![', 1e6)}`],
  ['300,000 tags that are not closed', () => rss(`<item><title>a</title>${many('<b>', 3e5)}</item>`)],
  ['100,000 deep', () => rss(`<item><title>a</title><x>${many('<y>', 1e5)}${many('</y>', 1e5)}</x></item>`)],
  ['300,000 items that are not closed', () => rss(many('<item><title>a', 3e5))],
  [
    '100,000 attributes',
    () => rss(`<item ${[...Array(1e5).keys()].map((n) => `a${n}="b"`).join(' ')}><title>a</title></item>`),
  ],
  [
    '100,000 namespaces, and children that declare more',
    () =>
      `<rss ${[...Array(1e5).keys()].map((n) => `xmlns:a${n}="b"`).join(' ')}><channel><title>T</title>${many('<item xmlns:z="y"><title>a</title></item>', 2e4)}</channel></rss>`,
  ],
  ['quotes that are not closed', () => rss(many('<item a="><b c=\'', 2e5))],
  [
    'comments that are not closed',
    () => rss(`<item><title>a</title><description>${many('&lt;!-- ', 2e5)}</description></item>`),
  ],
  ['CDATA that is not closed', () => rss(many('<item><title><![CDATA[a', 2e5))],
  [
    'HTML with 200,000 raw elements that are not closed',
    () =>
      rss(
        `<item><title>a</title><description><![CDATA[${many('<svg><object><select>', 7e4)}]]></description></item>`,
      ),
  ],
  [
    'HTML with nested hidden forms',
    () =>
      rss(
        `<item><title>a</title><description><![CDATA[${many('<form><div hidden><input type=password>', 5e4)}]]></description></item>`,
      ),
  ],
  [
    'a million references',
    () => rss(`<item><title>a</title><description>${many('&amp;', 1e6)}</description></item>`),
  ],
  [
    'a million spaces',
    () =>
      rss(
        `<item><title>${many(' ', 1e6)}a</title><author>${many(' (', 5e5)}@</author><pubDate>${many('1 ', 5e5)}</pubDate></item>`,
      ),
  ],
  ['a title of a megabyte', () => rss(`<item><title>${many('số 1/', 2e5)}</title></item>`)],
  [
    'JSON 100,000 deep',
    () =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"a","x":${many('[', 1e5)}${many(']', 1e5)}}]}`,
  ],
  ['NULs everywhere', () => many('\0', 1e5) + rss('<item><title>a\0b</title></item>').split('').join('\0')],
];

describe('hostile input', () => {
  for (const [name, body] of BOMBS) {
    it(`${name} does no harm`, async () => {
      try {
        expect(faults(await feedOf(body()))).to.deep.equal([]);
      } catch (error) {
        expect(error).to.be.instanceOf(FeedError);
      }
    });
  }

  it('nothing active comes out of any field', async () => {
    const script =
      '&lt;script>alert(1)&lt;/script>&lt;img src=javascript:alert(1) onerror=alert(1)>&lt;a href="javascript:alert(1)">x&lt;/a>';
    const feed = await feedOf(
      `<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${script}T</title><link>javascript:alert(1)</link><image><url>data:text/html,x</url></image><item><title>${script}</title><link>java&#10;script:alert(1)</link><guid>javascript:alert(1)</guid><description>${script}</description><author>${script}</author><category>${script}</category><enclosure url="vbscript:x" type="image/png"/><media:thumbnail url=" javascript:alert(1)"/><media:content url="file:///etc/passwd"/></item></channel></rss>`,
    );
    expect(faults(feed)).to.deep.equal([]);
    const { id, ...item } = feed.items[0]!;
    expect(JSON.stringify(item)).not.to.match(/alert|script|onerror/i);
    expect(item).not.to.have.any.keys('url', 'image', 'attachments');
  });

  it('random bytes and broken recordings give a sound feed or say what they are', async () => {
    const names = [
      'wordpress/feed-rss2.xml',
      'nukeviet/rss-laws.xml',
      'wordpress/feed-atom.xml',
      'mediawiki/newpages-rss.xml',
      'wordpress/rest-categories.json',
    ];
    const sources = await Promise.all(names.map(bytes));
    const broken = fc
      .record({
        source: fc.constantFrom(...sources),
        cuts: fc.array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400), fc.uint8Array({ maxLength: 8 })),
          { maxLength: 6 },
        ),
      })
      .map(({ source, cuts }) => {
        let body: number[] = [...source.subarray(0, 12_000)];
        for (const [place, length, insert] of cuts) {
          const at = Math.floor(place * body.length);
          body = [...body.slice(0, at), ...insert, ...body.slice(at + length)];
        }
        return Uint8Array.from(body);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), async (body) => {
        try {
          expect(faults(await readFeed(body, { url: URL }))).to.deep.equal([]);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reading what was read changes nothing', async () => {
    for (const name of [
      'wordpress/feed-rss2.xml',
      'nukeviet/rss-laws.xml',
      'wordpress/rest-media.json',
      'mediawiki/newpages-atom.xml',
    ]) {
      const { _tct, ...feed } = await recorded(name);
      expect(await feedOf(JSON.stringify(feed)), name).to.deep.equal(feed);
    }
  });
});
