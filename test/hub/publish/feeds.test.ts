import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import { expect } from 'chai';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { readFeed } from '../../../core/index.ts';
import type { Feed, Item } from '../../../core/model/feed.ts';
import { atomFeed } from '../../../hub/publish/atom.ts';
import type { NewestPage } from '../../../hub/publish/newest-page.ts';
import { rssFeed } from '../../../hub/publish/rss.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';
import { atomProblems, rssProblems } from './feed-rules.ts';

const FORMATS = [
  ['Atom', '.xml', atomFeed, atomProblems],
  ['RSS', '-rss.xml', rssFeed, rssProblems],
] as const;

/** A page of a list with these items. */
function pageOf(items: Item[], more: Partial<NewestPage> = {}): NewestPage {
  const feed: Feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Cụm – Tin mới',
    items,
    _tct: { schools: { a: { name: 'Trường A', home: 'https://a.example/' } } },
  };
  return {
    kind: 'news',
    owner: 'Cụm',
    folder: 'https://hub.example/',
    id: 'https://hub.example/ news',
    home: 'https://hub.example/',
    feed,
    dates: items.map(({ date_published }) => date_published ?? '2026-11-20T09:30:00+07:00'),
    now: NOW,
    bytesOf: () => undefined,
    ...more,
  };
}

/** An item as a parser tells of it. */
interface Told {
  title?: string | undefined;
  link?: string | undefined;
  /** ms since the epoch */
  date?: number | undefined;
  picture?: string | undefined;
}

const time = (date: string | Date | null | undefined) => (date ? new Date(date).getTime() : undefined);

/** The text of HTML, which feedsmith does not decode. */
const decoded = (html = '') => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));

const PARSERS: Record<string, (xml: string, isAtom: boolean) => Promise<Told[]>> = {
  feedsmith: async (xml, isAtom) =>
    isAtom
      ? parseAtomFeed(xml).entries!.map(({ title, links, published, media }) => ({
          title: decoded(title?.value),
          link: links?.find(({ rel }) => rel === 'alternate')?.href,
          date: time(published),
          picture: media?.thumbnails?.[0]?.url,
        }))
      : parseRssFeed(xml).items!.map(({ title, link, pubDate, media }) => ({
          title: decoded(title),
          link,
          date: time(pubDate),
          picture: media?.thumbnails?.[0]?.url,
        })),
  '@rowanmanning/feed-parser': async (xml) =>
    parseWithRowan(xml).items.map(({ title, url, published, image, media }) => ({
      title: title ?? undefined,
      link: url ?? undefined,
      date: time(published),
      picture: image?.url ?? media.find(({ image }) => image)?.image ?? undefined,
    })),
  'our reader': async (xml) =>
    (await readFeed(xml, { url: 'https://hub.example/news.xml' })).items.map(
      ({ title, url, date_published, image }) => ({
        title,
        link: url,
        date: time(date_published),
        picture: image,
      }),
    ),
};

describe('the feeds that a hub publishes', () => {
  let hub: Hub;
  before(async () => {
    hub = await startHub(({ wordpress, nukeviet, joomla }) => [
      {
        id: 'wp',
        name: 'Trường A & B',
        home: wordpress.url('/'),
        news: wordpress.url('/feed/'),
        documents: wordpress.url('/wp-json/wp/v2/media?media_type=application&per_page=50'),
        gallery: wordpress.url('/wp-json/wp/v2/media?media_type=image&per_page=50'),
      },
      {
        id: 'nv',
        name: 'Trường B',
        home: nukeviet.url('/'),
        news: nukeviet.url('/rss/'),
        documents: nukeviet.url('/laws/rss/'),
      },
      {
        id: 'jo',
        name: 'Trường D',
        home: joomla.url('/'),
        news: joomla.url('/tin-tuc?format=feed&type=rss'),
      },
    ]);
    for (let index = 0; index < 60; index++)
      hub.sites.joomla.publish({ title: `Tin ${index}`, summary: '', published: NOW - index * 60_000 });
    await hub.run(NOW);
  });
  after(() => hub.stop());

  const LISTS = [
    'news',
    'documents',
    'gallery',
    'schools/wp/news',
    'schools/nv/documents',
    'schools/jo/news',
  ];

  for (const [format, end, , problems] of FORMATS) {
    for (const list of LISTS)
      it(`${list}${end} is valid ${format} with the newest posts of the JSON Feed`, async () => {
        const xml = await hub.text(list + end);
        expect(problems(xml)).to.deep.equal([]);
        const { items, title } = await hub.feed(`${list}.json`);
        expect(items.length).to.be.within(5, 50);
        const read = await readFeed(xml, { url: `https://hub.example/${list}${end}` });
        expect(read.title).to.equal(title);
        for (const [name, parse] of Object.entries(PARSERS)) {
          const told = await parse(xml, format === 'Atom');
          expect(told.length, name).to.equal(items.length);
          for (const [index, item] of items.entries()) {
            const { image, attachments = [], date_published, url } = item;
            expect(told[index]!.title, name).to.equal(item.title);
            expect(told[index]!.link, name).to.equal(url);
            expect(told[index]!.date, `${name}: ${item.title}`).to.equal(time(date_published));
            const pictures = [image, ...attachments.flatMap(({ url, _tct }) => [url, _tct?.thumbnail])];
            if (image) expect(pictures, `${name}: ${item.title}`).to.include(told[index]!.picture);
          }
        }
      });

    it(`names the file of a document in ${format}`, async () => {
      const { items } = await hub.feed('schools/wp/documents.json');
      const xml = await hub.text(`schools/wp/documents${end}`);
      const files = items.map(({ attachments }) => attachments![0]!);
      const named =
        format === 'Atom'
          ? parseAtomFeed(xml).entries!.map(({ links }) => links!.find(({ rel }) => rel === 'enclosure')!)
          : parseRssFeed(xml).items!.map(({ enclosures }) => ({
              ...enclosures![0]!,
              href: enclosures![0]!.url,
            }));
      expect(named.map(({ href, type, length }) => [href, type, length])).to.deep.equal(
        files.map(({ url, mime_type, size_in_bytes }) => [url, mime_type, size_in_bytes]),
      );
    });

    it(`says in ${format} which school a post is of`, async () => {
      const { items } = await hub.feed('news.json');
      const xml = await hub.text(`news${end}`);
      const names: Record<string, string> = { wp: 'Trường A & B', nv: 'Trường B', jo: 'Trường D' };
      const schools = items.map(({ _tct }) => names[_tct!.school!]!);
      const told =
        format === 'Atom'
          ? parseAtomFeed(xml).entries!.map((entry) => [entry.authors![0]!.name, entry.categories![0]!.term])
          : parseRssFeed(xml).items!.map(({ dc, categories }) =>
              [dc!.creators![0], categories![0]!.name].map(decoded),
            );
      expect(told).to.deep.equal(schools.map((school) => [school, school]));
    });
  }

  it('gives an RSS item the id of the JSON Feed, and an Atom entry the same one in both lists', async () => {
    const { items } = await hub.feed('news.json');
    const guids = parseRssFeed(await hub.text('news-rss.xml')).items!.map(({ guid }) => guid!.value);
    expect(guids).to.deep.equal(items.map(({ id }) => id));
    const idsByLink = async (name: string) =>
      new Map(parseAtomFeed(await hub.text(name)).entries!.map(({ id, links }) => [links![0]!.href, id]));
    const cluster = await idsByLink('news.xml');
    const own = [...(await idsByLink('schools/jo/news.xml'))].filter(([link]) => cluster.has(link));
    expect(own.length).to.be.greaterThan(10);
    for (const [link, id] of own) expect(cluster.get(link)).to.equal(id);
  });

  it('are compressed, and written once for the same posts', async () => {
    for (const name of ['news.xml', 'news-rss.xml', 'news.html']) {
      const plain = await readFile(join(hub.out, name));
      expect(brotliDecompressSync(await readFile(join(hub.out, `${name}.br`))).equals(plain)).to.equal(true);
      expect(gunzipSync(await readFile(join(hub.out, `${name}.gz`))).equals(plain)).to.equal(true);
    }
    const { written } = await hub.run(NOW + 60_000, { force: true });
    expect(written).to.equal(0);
  });

  it('are not there for lists that a school does not have, and go with them and with the school', async () => {
    const isThere = (name: string) =>
      hub.text(name).then(
        () => true,
        () => false,
      );
    expect(await isThere('schools/jo/documents.json')).to.equal(true);
    const { schools, ...rest } = hub.configuration as { schools: Record<string, unknown>[] };
    const ends = ['.xml', '-rss.xml', '.html', '.xml.br', '.html.gz'];
    const [wp, nv, jo] = schools;
    for (const end of ends) {
      expect(await isThere(`schools/jo/documents${end}`), end).to.equal(false);
      expect(await isThere(`schools/nv/documents${end}`), end).to.equal(true);
    }
    const { documents: _, ...newsOnly } = nv!;
    await hub.run(NOW + 120_000, {}, { ...rest, schools: [wp, newsOnly] });
    for (const end of ends) {
      expect(await isThere(`schools/nv/documents${end}`), end).to.equal(false);
      expect(await isThere(`schools/nv/news${end}`), end).to.equal(true);
      expect(await isThere(`schools/jo/news${end}`), end).to.equal(false);
    }
    await hub.run(NOW + 180_000, {}, { ...rest, schools: [wp, nv, jo] });
    for (const end of ends) expect(await isThere(`schools/jo/news${end}`), end).to.equal(true);
  });

  it('have absolute links and no link to themselves without an address of the hub', async () => {
    const { hub: _, ...configuration } = hub.configuration as { hub: string };
    await hub.run(NOW + 240_000, {}, configuration);
    for (const [, end, , problems] of FORMATS)
      for (const list of LISTS)
        expect(problems(await hub.text(list + end), { hasSelf: false }), list + end).to.deep.equal([]);
    expect(parseRssFeed(await hub.text('news-rss.xml')).link).to.equal(hub.sites.wordpress.url('/'));
  });
});

describe('a feed of a hub', () => {
  const item = (more: Partial<Item>): Item => ({
    id: 'a:1',
    content_text: '',
    _tct: { school: 'a' },
    ...more,
  });

  for (const [format, , generate, problems] of FORMATS) {
    const read = async (page: NewestPage) =>
      (await readFeed(generate(page), { url: 'https://hub.example/' })).items;

    it(`is valid ${format} whatever the posts hold`, async () => {
      const texts = [
        ']]><script>alert(1)</script>',
        'a\0\x01\x08\x0b\x0c\x1f\ufffe\uffffz',
        '\ud800lone\udfff',
        '&nbsp; &amp;lt; &#0;',
        '<!-- --> <!DOCTYPE x [<!ENTITY y "z">]> &y;',
        '<![CDATA[ x ]]> y ]]>',
        ' "Nghị định" 30/2020/NĐ-CP \u0301 ',
        '>  <![CDATA[ ]]>  </title>',
        '𝒯in',
      ];
      const items = texts.map((text, index) =>
        item({
          id: `a:${text}${index}`,
          title: text,
          summary: text,
          tags: [text],
          authors: [{ name: text }],
          url: `https://a.example/?a=1&b="${index}"`,
          attachments: [
            {
              url: `https://a.example/${index}.jpg?a&b`,
              mime_type: 'image/jpeg',
              title: text,
              _tct: { alt: `${text}!`, width: 10, height: 20 },
            },
          ],
        }),
      );
      const page = pageOf(items, { owner: texts.join() });
      page.feed.title = texts.join();
      page.feed._tct!.schools!.a!.name = texts.join();
      expect(problems(generate(page))).to.deep.equal([]);
      expect((await read(page)).at(-1)!.title).to.equal('𝒯in');
    });

    it(`shows in ${format} the signs of a text as they are, whoever reads it`, async () => {
      for (const title of ['Điều 5 < 6 & "x"', '<script>alert(1)</script>', "&lt;b&gt; &amp;amp; '1'"]) {
        const page = pageOf([item({ title, summary: title, url: 'https://a.example/1' })]);
        page.feed.title = title;
        const xml = generate(page);
        for (const [name, parse] of Object.entries(PARSERS))
          expect((await parse(xml, format === 'Atom'))[0]!.title, name).to.equal(title);
        const feed = await readFeed(xml, { url: 'https://hub.example/' });
        expect(feed.title).to.equal(title);
        expect(feed.items[0]!.summary).to.equal(title);
      }
    });

    it(`links in ${format} to http and https alone`, () => {
      const hostile = 'javascript:alert(1)';
      const items = [
        item({ title: 'Tin', url: hostile, image: hostile }),
        item({ id: 'a:2', title: 'Tệp', attachments: [{ url: hostile, mime_type: 'application/pdf' }] }),
      ];
      const xml = generate(pageOf(items));
      expect(xml).to.not.include('javascript');
      expect(problems(xml)).to.deep.equal([]);
    });

    it(`is valid ${format} without posts, and with posts that have nothing but a photo`, () => {
      expect(problems(generate(pageOf([])))).to.deep.equal([]);
      const photo = { url: 'https://a.example/1.jpg', mime_type: 'image/jpeg' };
      const xml = generate(
        pageOf([item({ attachments: [photo] }), item({ id: 'a:2' })], { kind: 'gallery' }),
      );
      expect(problems(xml)).to.deep.equal([]);
      expect(xml).to.match(/<title(?: type="html")?>Ảnh<\/title>/);
    });

    it(`gives days in ${format} as midnight in Vietnam, and no time that is not known`, async () => {
      const xml = generate(
        pageOf([
          item({ date_published: '2026-11-22T00:00:00+07:00', _tct: { school: 'a', precision: 'day' } }),
        ]),
      );
      expect(xml).to.include(
        format === 'Atom' ? '2026-11-22T00:00:00+07:00' : 'Sun, 22 Nov 2026 00:00:00 +0700',
      );
      expect(xml.match(/\d\d:\d\d:\d\d/g)!.every((clock) => clock === '00:00:00')).to.equal(true);
    });

    it(`says in ${format} nothing of a date that is not known or mistyped`, () => {
      const undated = item({ title: 'Không ngày' });
      const mistyped = item({ id: 'a:2', title: 'Sai ngày', date_published: '2062-11-22T08:00:00+07:00' });
      const dates = ['2026-11-20T09:30:00+07:00', '2026-11-21'];
      const xml = generate(pageOf([undated, mistyped], { dates }));
      expect(problems(xml)).to.deep.equal([]);
      expect(xml).to.not.match(/<published>|<pubDate>|2062/);
      if (format !== 'Atom') return;
      const { entries, updated } = parseAtomFeed(xml);
      expect(entries!.map((entry) => time(entry.updated))).to.deep.equal([
        Date.parse('2026-11-20T09:30:00+07:00'),
        Date.parse('2026-11-21T00:00:00+07:00'),
      ]);
      expect(time(updated)).to.equal(Date.parse('2026-11-21T00:00:00+07:00'));
    });

    it(`has the size of a picture in ${format} where it is known`, () => {
      const album = item({
        attachments: [
          {
            url: 'https://hub.example/images/0123456789abcdef0123-1600.webp',
            mime_type: 'image/webp',
            _tct: { width: 3200, height: 2000 },
          },
          { url: 'https://a.example/2.jpg', mime_type: 'image/jpeg', size_in_bytes: 7 },
        ],
      });
      const bytesOf = (url: string) => (url.includes('/images/') ? 4321 : undefined);
      const xml = generate(pageOf([album], { kind: 'gallery', bytesOf }));
      expect(problems(xml)).to.deep.equal([]);
      const { media } = format === 'Atom' ? parseAtomFeed(xml).entries![0]! : parseRssFeed(xml).items![0]!;
      const sizes = media!.contents!.map(({ width, height, fileSize }) => [width, height, fileSize]);
      expect(sizes).to.deep.equal([
        [1600, 1000, 4321],
        [undefined, undefined, 7],
      ]);
      expect(xml).to.match(/length="4321"/);
    });
  }

  it('is updated when its source says that a post was modified, unless that is yet to come', () => {
    const updated = (date_modified: string) => {
      const post = item({ date_published: '2026-11-20T08:00:00+07:00', date_modified });
      return time(parseAtomFeed(atomFeed(pageOf([post]))).entries![0]!.updated);
    };
    expect(updated('2026-11-21T08:00:00+07:00')).to.equal(Date.parse('2026-11-21T08:00:00+07:00'));
    for (const other of ['2026-11-19T08:00:00+07:00', '2062-11-19T08:00:00+07:00'])
      expect(updated(other)).to.equal(Date.parse('2026-11-20T08:00:00+07:00'));
  });
});

describe('the rules for feeds', () => {
  const page = pageOf([
    {
      id: 'a:1',
      title: 'Tin & ảnh',
      url: 'https://a.example/',
      content_text: '',
      image: 'https://a.example/1.png',
    },
  ]);
  const ATOM_MISTAKES: [from: string | RegExp, to: string][] = [
    [/<updated>[^<]*<\/updated>/g, ''],
    [/<author>.*?<\/author>/s, ''],
    ['urn:uuid:', ''],
    ['rel="self"', 'rel="related"'],
    ['rel="alternate"/>', 'rel="alternate" length="x"/>'],
    ['https://a.example/1.png', '/1.png'],
    ['Cụm', '&nbsp;'],
    ['</feed>', ''],
    ['Tin', '\x01'],
    ['Cụm', '&lt;b&gt;'],
    ['medium="image"', ''],
  ];
  const RSS_MISTAKES: [from: string | RegExp, to: string][] = [
    ['isPermaLink="false"', ''],
    [/<description>.*?<\/description>/, ''],
    ['rel="self"', 'rel="related"'],
    ['length="0"', ''],
    ['<link>https://a', '<link> https://a'],
    ['xmlns:media', 'xmlns:m'],
    [/(<lastBuildDate>)\w+/, '$1Foo'],
    ['Cụm', '<![CDATA[<b>]]>'],
    ['<item>', '<item><author>A</author>'],
  ];
  for (const [format, xml, problems, mistakes] of [
    ['Atom', atomFeed(page), atomProblems, ATOM_MISTAKES],
    ['RSS', rssFeed(page), rssProblems, RSS_MISTAKES],
  ] as const)
    it(`find each mistake in ${format}`, () => {
      expect(problems(xml)).to.deep.equal([]);
      for (const [from, to] of mistakes) {
        expect(xml.replace(from, to), String(from)).to.not.equal(xml);
        expect(problems(xml.replace(from, to)), String(from)).to.not.deep.equal([]);
      }
    });
});
