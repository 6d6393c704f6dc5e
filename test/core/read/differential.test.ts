import { expect } from 'chai';
import { parseFeed } from 'htmlparser2';
import { FeedError, type Item, readFeed } from '../../../core/index.ts';
import { anyText } from '../../any-text.ts';
import { bytes } from '../../fixture.ts';
import { fc, propertyRuns } from '../../property.ts';
import { faults } from '../feed-faults.ts';
import { feedOf, URL } from './read.ts';

const RECORDED = [
  'wordpress/feed-rss2.xml',
  'wordpress/feed-atom.xml',
  'wordpress/feed-rdf.xml',
  'wordpress/feed-rss092.xml',
  'wordpress/feed-comments.xml',
  'wordpress/variant-feed-featured-image-plugin.xml',
  'wordpress/fault-truncated.xml',
  'nukeviet/rss-news.xml',
  'nukeviet/rss-laws.xml',
  'nukeviet/rss-instant.xml',
  'mediawiki/newpages-rss.xml',
  'mediawiki/recentchanges-atom.xml',
];
const RECORDED_JSON = [
  'wordpress/rest-posts-embed.json',
  'wordpress/rest-media.json',
  'wordpress/rest-media-documents.json',
];

interface Post {
  title: string;
  guid: string;
  path: string;
  text: string;
  day: number;
}
/** Words as schools write them, characters that XML escapes, letters of several planes; no outer or double spaces. */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('Trường', 'Chính trị', 'tỉnh', 'QĐ-TCT', 'năm 2026', '“Đảng”', '😀'),
      },
      { weight: 1, arbitrary: fc.constantFrom('<', '>', '&', '"', "'", 'a<b', 'R&D', ']]', '--', '?', '=') },
      {
        weight: 1,
        arbitrary: fc.string({ unit: fc.constantFrom(...'abcđêộ0123.,:;-/'), minLength: 1, maxLength: 8 }),
      },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' ').normalize('NFC'));
const posts = fc.uniqueArray(
  fc.record<Post>({
    title: words,
    guid: fc.string({ unit: fc.constantFrom(...'abcxyz0189_-:'), minLength: 1, maxLength: 12 }),
    path: fc.string({ unit: fc.constantFrom(...'abcxyz0189-'), minLength: 1, maxLength: 12 }),
    text: words,
    day: fc.integer({ min: 0, max: 20_000 }),
  }),
  { selector: ({ guid }) => guid, maxLength: 8 },
);

const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }[sign]};`,
  );
const numbered = (text: string) =>
  [...text].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join('');
const inCdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const WRITINGS = [escaped, numbered, inCdata, (text: string) => `\n  ${escaped(text)}<!-- x > y -->\n`];
type Write = (text: string) => string;

const date = (day: number) => new Date(day * 86_400_000);
const rss = (all: readonly Post[], write: Write) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>T</title>${all
    .map(
      ({ title, guid, path, text, day }) =>
        `<item><title>${write(title)}</title><link>${write(`http://a.vn/${path}?a=1&b=2`)}</link><guid isPermaLink="false">${write(guid)}</guid><pubDate>${date(day).toUTCString()}</pubDate><description>${write(escaped(text))}</description></item>`,
    )
    .join('')}</channel></rss>`;
const rdf = (all: readonly Post[], write: Write) =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://a.vn/"><title>T</title></channel>${all
    .map(
      ({ title, guid, path }) =>
        `<item rdf:about="${escaped(guid)}"><title>${write(title)}</title><link>${write(`http://a.vn/${path}?a=1&b=2`)}</link></item>`,
    )
    .join('')}</rdf:RDF>`;
const atom = (all: readonly Post[], write: Write) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${all
    .map(
      ({ title, guid, path, text, day }) =>
        `<entry><title>${write(title)}</title><id>${write(guid)}</id><link href="${escaped(`http://a.vn/${path}?a=1&b=2`)}"/><published>${date(day).toISOString()}</published><summary>${write(text)}</summary></entry>`,
    )
    .join('')}</feed>`;

const inVietnam = (day: number) =>
  `${date(day + 0)
    .toISOString()
    .slice(0, 10)}T07:00:00+07:00`;
/** An RSS title with a reference left after XML’s were decoded is read as HTML. */
const isPlain = (text: string) => !/&#?\w+;|<\/?[a-z]/i.test(text);
const essence = (items: readonly Item[]) => items.map(({ title, url, id }) => [title, url, id]);

describe('a generated feed', () => {
  for (const [name, make] of [
    ['RSS', rss],
    ['Atom', atom],
    ['RDF', rdf],
  ] as const)
    it(`returns titles, links, ids, texts and dates of its posts: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(posts, fc.constantFrom(...WRITINGS), async (all, write) => {
          fc.pre(all.every(({ title, text }) => name === 'Atom' || (isPlain(title) && isPlain(text))));
          const feed = await feedOf(make(all, write));
          expect(faults(feed)).to.deep.equal([]);
          expect(essence(feed.items)).to.deep.equal(
            all.map(({ title, path, guid }) => [title, `http://a.vn/${path}?a=1&b=2`, guid]),
          );
          if (name !== 'RDF')
            expect(
              feed.items.map(({ content_text, date_published }) => [content_text, date_published]),
            ).to.deep.equal(all.map(({ text, day }) => [text, inVietnam(day)]));
        }),
        { numRuns: propertyRuns(150) },
      );
    });
});

describe('agreement with htmlparser2', () => {
  const theirs = (xml: string) =>
    (parseFeed(xml)?.items ?? []).map(({ title, link, id }) => [
      title?.trim().replace(/\s+/g, ' '),
      link?.trim(),
      id?.trim(),
    ]);

  for (const [name, make] of [
    ['RSS', rss],
    ['Atom', atom],
  ] as const)
    it(`${name}, generated`, async () => {
      await fc.assert(
        fc.asyncProperty(posts, fc.constantFrom(escaped, numbered, inCdata), async (all, write) => {
          fc.pre(all.every(({ title }) => name === 'Atom' || isPlain(title)));
          const xml = make(all, write);
          expect(essence((await feedOf(xml)).items)).to.deep.equal(theirs(xml));
        }),
        { numRuns: propertyRuns(100) },
      );
    });

  for (const name of RECORDED.filter((each) => !/truncated|rdf|rss092|comments/.test(each)))
    it(`${name}, recorded: ids and links`, async () => {
      const xml = new TextDecoder().decode(await bytes(name));
      const feed = await readFeed(xml, { url: URL });
      expect(feed.items.map(({ id, url }) => [id, url])).to.deep.equal(
        theirs(xml).map(([, link, id]) => [id, link]),
      );
    });
});

/** Expects a valid feed, or one of the reader’s own errors. */
async function soundOrRefused(body: Uint8Array | string): Promise<void> {
  try {
    expect(faults(await readFeed(body, { url: URL }))).to.deep.equal([]);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
  }
}

type Change = ['delete' | 'double' | 'cut' | 'swap' | 'insert', place: number, length: number, what: string];
const MATERIAL = [
  '<',
  '>',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '&',
  '&amp;',
  '&#',
  '"',
  "'",
  '=',
  '<item>',
  '</item>',
  '<rss>',
  '</channel>',
  'xmlns=""',
  ' xml:base="//"',
  '\0',
  '\ud800',
  '<?',
  '?>',
  '<!DOCTYPE x [',
  '{',
  '[',
  '":',
];
const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom('delete', 'double', 'cut', 'swap', 'insert'),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(300),
  fc.constantFrom(...MATERIAL),
);

function changed(text: string, changes: readonly Change[]): string {
  let out = text;
  for (const [kind, place, length, what] of changes) {
    const at = Math.floor(place * out.length);
    const [head, piece, tail] = [out.slice(0, at), out.slice(at, at + length), out.slice(at + length)];
    if (kind === 'delete') out = head + tail;
    else if (kind === 'double') out = head + piece + piece + tail;
    else if (kind === 'cut') out = at > 200 ? head : out;
    else if (kind === 'swap') out = tail + piece + head;
    else out = head + what + piece + tail;
  }
  return out;
}

describe('any input', () => {
  // Counterexamples are reported as changes to the feed instead of kilobytes of it.
  for (const name of [...RECORDED, ...RECORDED_JSON])
    it(`${name}, changed at random`, async () => {
      const text = new TextDecoder().decode((await bytes(name)).subarray(0, 20_000));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) =>
          soundOrRefused(changed(text, changes)),
        ),
        { numRuns: propertyRuns(30) },
      );
    });

  it('may be cut off anywhere: the beginning of the feed is read', async () => {
    const text = new TextDecoder().decode(await bytes('wordpress/feed-rss2.xml'));
    const uncut = (await feedOf(text)).items;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2000, max: text.length }), async (at) => {
        const ends = text.slice(0, at).split('</item>').length - 1;
        const { items } = await feedOf(text.slice(0, at));
        expect(items.slice(0, ends)).to.deep.equal(uncut.slice(0, ends));
        expect(items.length).to.be.within(ends, ends + 1);
        // The part of the last post that was read is correct.
        const [last] = items.slice(ends);
        if (last?.title) expect(uncut[ends]!.title).to.equal(last.title);
        if (last?.url) expect(uncut[ends]!.url).to.equal(last.url);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it('may be random bytes, alone or in an item', async () => {
    const wrap = (body: Uint8Array) =>
      Uint8Array.from([
        ...new TextEncoder().encode('<rss><channel><title>T</title><item><title>'),
        ...body,
        ...new TextEncoder().encode('</title></item></channel></rss>'),
      ]);
    const some = fc.uint8Array({ maxLength: 200 });
    await fc.assert(fc.asyncProperty(fc.oneof(some, some.map(wrap)), soundOrRefused), {
      numRuns: propertyRuns(300),
    });
  });

  it('may have any text anywhere in a feed', async () => {
    const text = fc.oneof(anyText(40), fc.constantFrom(...MATERIAL), fc.webUrl());
    const places = [
      'title',
      'link',
      'guid',
      'description',
      'pubDate',
      'author',
      'category',
      'content:encoded',
      'media:keywords',
      'dc:creator',
      'ttl',
      'language',
      'xhtml:body',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...places), text), { maxLength: 8 }),
        async (parts) => {
          const inner = parts.map(([name, value]) => `<${name}>${value}</${name}>`).join('');
          await soundOrRefused(`<rss><channel><title>T</title>${inner}<item>${inner}</item></channel></rss>`);
          const cdata = parts.map(([name, value]) => `<${name}>${inCdata(value)}</${name}>`).join('');
          await soundOrRefused(`<rss><channel><title>T</title>${cdata}<item>${cdata}</item></channel></rss>`);
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });

  it('may have any JSON anywhere in a JSON Feed, a WordPress post, a Liferay page', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('javascript:1', 'data:,x', '2026-01-02', 'a\0b', -1, 0.5),
    );
    const part = (...names: string[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
    const feedItem = part(
      'id',
      'url',
      'title',
      'summary',
      'content_text',
      'content_html',
      'image',
      'date_published',
      'authors',
      'tags',
      'language',
      'attachments',
      '_tct',
    );
    const post = part(
      'link',
      'title',
      'content',
      'excerpt',
      'guid',
      'date_gmt',
      '_embedded',
      'source_url',
      'media_details',
      'views',
      'lang',
    );
    const entry = part(
      'id',
      'title',
      'description',
      'contentFields',
      'contentUrl',
      'keywords',
      'taxonomyCategoryBriefs',
      'creator',
      'datePublished',
      'friendlyUrlPath',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(feedItem, { maxLength: 3 }),
        part('title', 'home_page_url', 'icon', 'authors', 'language', '_tct', 'next_url', 'description'),
        fc.array(post, { maxLength: 3 }),
        fc.array(entry, { maxLength: 3 }),
        async (items, head, wordpress, liferay) => {
          await soundOrRefused(
            JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', ...head, items }),
          );
          await soundOrRefused(JSON.stringify(wordpress.map((each) => ({ id: 1, type: 'post', ...each }))));
          await soundOrRefused(JSON.stringify({ items: liferay, totalCount: 3 }));
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });
});

describe('a file that is almost a hub’s', () => {
  const FILE = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    home_page_url: 'http://a.vn/',
    feed_url: 'http://a.vn/feed.json',
    next_url: 'http://a.vn/2.json',
    description: 'D',
    icon: 'http://a.vn/i.png',
    favicon: 'http://a.vn/i.ico',
    language: 'vi',
    authors: [{ name: 'Lan', url: 'http://a.vn/lan' }],
    items: [
      {
        id: 'nb:1',
        url: 'http://a.vn/1',
        external_url: 'http://b.vn/1',
        title: 'a',
        summary: 'b',
        content_text: 'c',
        image: 'http://a.vn/1.jpg',
        banner_image: 'http://a.vn/2.jpg',
        date_published: '2026-01-02T03:04:00+07:00',
        date_modified: '2026-01-02T03:04:00+07:00',
        authors: [{ name: 'Lan', url: 'http://a.vn/lan' }],
        tags: ['x', 'y'],
        language: 'vi',
        attachments: [
          {
            url: 'http://a.vn/f.pdf',
            mime_type: 'application/pdf',
            title: 'F',
            size_in_bytes: 1,
            duration_in_seconds: 2,
            _tct: { width: 1, height: 2, thumbnail: 'http://a.vn/t.jpg', alt: 'A' },
          },
        ],
        _tct: {
          school: 'nb',
          precision: 'minute',
          views: 3,
          document: { number: '1/QĐ-TCT', type: 'Quyết định', issued: '2026-01-02', status: 'valid' },
        },
      },
      { id: 'nb:2', content_text: '', title: 'b' },
    ],
    _tct: { schools: { nb: { name: 'Ninh Bình', home: 'http://a.vn/' } } },
  };
  /** The paths of all values in the file. */
  function ways(value: unknown, way: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [way];
    return [
      ...(way.length ? [way] : []),
      ...Object.entries(value).flatMap(([key, each]) => ways(each, [...way, key])),
    ];
  }
  const BAD: unknown[] = [
    'javascript:alert(1)',
    'data:,x',
    '',
    ' ',
    'a\0b',
    'a\n b',
    'e\u0323\u0302',
    `${'chữ '.repeat(1000)}`,
    0,
    -1,
    1.5,
    true,
    null,
    [],
    {},
    ['x'],
    { toString: 1 },
    [[]],
    [null],
    '2026-13-45T25:61:00+07:00',
    '//x',
    '\ud800',
  ];

  it('is returned unchanged if it is complete', async () => {
    expect(await feedOf(JSON.stringify(FILE))).to.deep.equal(FILE);
  });

  for (const way of ways(FILE))
    it(`${way.join('.')} may be anything`, async () => {
      for (const bad of BAD) {
        const file = structuredClone(FILE);
        let place: Record<string, unknown> = file;
        for (const key of way.slice(0, -1)) place = place[key] as Record<string, unknown>;
        place[way.at(-1)!] = bad;
        try {
          const feed = await feedOf(JSON.stringify(file));
          expect(faults(feed), JSON.stringify(bad).slice(0, 40)).to.deep.equal([]);
          expect(JSON.stringify(feed), JSON.stringify(bad).slice(0, 40)).to.not.match(
            /":(?:null|""|\{\}|\[\])(?<!content_text":""|items":\[\])/,
          );
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }
    });
});

describe('reading a feed again', () => {
  // Update hints are for polling and not published.
  async function again(body: Uint8Array | string): Promise<void> {
    const feed = await readFeed(body, { url: URL });
    delete feed._tct?.rhythm;
    if (!Object.keys(feed._tct ?? {}).length) delete feed._tct;
    expect(await readFeed(JSON.stringify(feed), { url: 'http://hub.example/news.json' })).to.deep.equal(feed);
  }

  for (const name of [...RECORDED, ...RECORDED_JSON])
    it(`${name} returns the same`, async () => again(await bytes(name)));

  it('changes nothing in a generated feed', async () => {
    await fc.assert(
      fc.asyncProperty(posts, fc.constantFrom(rss, atom, rdf), async (all, make) =>
        again(make(all, escaped)),
      ),
      { numRuns: propertyRuns(100) },
    );
  });

  it('changes nothing in a broken feed that can be read', async () => {
    const text = new TextDecoder().decode((await bytes('wordpress/feed-rss2.xml')).subarray(0, 12_000));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
        try {
          await again(changed(text, changes));
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: propertyRuns(100) },
    );
  });
});
