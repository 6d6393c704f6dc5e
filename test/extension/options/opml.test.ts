import { expect } from 'chai';
import { oneLine } from '../../../core/text/normalize.ts';
import { canonicalUrl } from '../../../core/url.ts';
import { MAX_SITES, readOpml, type Subscription, writeOpml } from '../../../extension/options/opml.ts';
import { fc } from '../../property.ts';

/** Any name, including markup and diacritics. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.stringMatching(/^[<>&"' a-zđĐấ]{1,40}$/),
  )
  .map((text) => oneLine(text).slice(0, 200))
  .filter((text) => text !== '' && text === oneLine(text) && !text.includes('\ufffd'));
const path = fc
  .webUrl({ withQueryParameters: true, validSchemes: ['http', 'https'] })
  // No link may hold it.
  .filter((url) => !url.includes('%00'));

const subscriptions = fc
  .array(
    fc.record({
      name,
      home: path,
      news: fc.array(path, { maxLength: 4 }),
      documents: fc.array(path, { maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    // Homepages and feeds are unique.
    const seen = new Set<string>();
    const once = (url: string) => !seen.has(canonicalUrl(url)) && seen.add(canonicalUrl(url));
    const homes = new Set<string>();
    return list
      .filter(({ home }) => !homes.has(canonicalUrl(home)) && homes.add(canonicalUrl(home)))
      .map((each) => ({ ...each, news: each.news.filter(once), documents: each.documents.filter(once) }))
      .filter(({ news, documents }) => news.length + documents.length > 0);
  });

/** Subscriptions with canonical URLs, for comparison. */
const canonical = (list: readonly Subscription[]) =>
  list.map(({ name, home, news, documents }) => ({
    name,
    home: canonicalUrl(home),
    news: news.map(canonicalUrl),
    documents: documents.map(canonicalUrl),
  }));

describe('OPML', () => {
  it('reads the files it wrote, whatever the names', () => {
    fc.assert(
      fc.property(subscriptions, name, (list, title) => {
        expect(canonical(readOpml(writeOpml(title, list)).subscriptions)).to.deep.equal(canonical(list));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out feeds without a usable URL and those beyond the limits, and names them', () => {
    const outline = (name: string, url: string) => `<outline text="${name}" xmlUrl="${url}"/>`;
    const bad = ['http://[', 'http://1.2.3.4.5/x', 'http://*/rss', 'javascript:alert(1)'];
    const many = Array.from({ length: 100_000 }, (_, index) =>
      outline('nhiều', `https://t${index}.example/rss`),
    );
    const nested = '<outline text="a">'.repeat(10_000) + '</outline>'.repeat(10_000);
    const body = bad.map((url, index) => outline(`sai ${index}`, url)).join('') + nested + many.join('');
    const { subscriptions, invalid, beyond } = readOpml(`<opml><body>${body}</body></opml>`);
    expect(subscriptions).to.have.length(MAX_SITES);
    expect(invalid).to.deep.equal(['sai 0', 'sai 1', 'sai 2', 'sai 3']);
    expect(beyond).to.have.length(many.length - MAX_SITES);
  });

  it('returns usable URLs or throws, whatever the input', () => {
    const noise = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<opml>',
          '<body>',
          '<outline',
          ' xmlUrl="',
          ' text="',
          '">',
          '/>',
          '</outline>',
          '<!--',
          ']]>',
        ),
        fc.webUrl(),
        fc.string({ maxLength: 12 }),
      ),
    );
    fc.assert(
      fc.property(noise, (parts) => {
        let found: Subscription[] = [];
        try {
          found = readOpml(parts.join('')).subscriptions;
        } catch (error) {
          expect((error as Error).message).to.equal('no opml element');
        }
        for (const { name, home, news, documents } of found) {
          expect(name).to.not.equal('');
          for (const url of [home, ...news, ...documents]) expect(url).to.match(/^https?:\/\//);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads the files of other readers, with folders, odd capitals and several feeds of one site', () => {
    const { subscriptions: found } =
      readOpml(`<?xml version="1.0"?><opml version="1.0"><head><title>Của tôi</title></head><body>
      <outline text="Tin tức" title="Tin tức">
        <outline type="rss" text="Trường A &amp; B" xmlUrl="http://a.example/rss" htmlUrl="http://a.example/"/>
        <outline type="rss" title="Văn bản" XMLURL="http://a.example/vb/rss" HTMLURL="http://www.a.example"/>
      </outline>
      <outline type="rss" text="C" xmlUrl="https://c.example/feed"/>
      <outline type="rss" text="C lần nữa" xmlUrl="http://www.c.example/feed/"/>
      <outline type="rss" text="Xấu" xmlUrl="javascript:alert(1)"/>
      <outline type="link" text="Trang" url="ftp://d.example/"/>
    </body></opml>`);
    expect(found).to.deep.equal([
      {
        name: 'Trường A & B',
        home: 'http://a.example/',
        news: ['http://a.example/rss', 'http://a.example/vb/rss'],
        documents: [],
      },
      { name: 'C', home: 'https://c.example/', news: ['https://c.example/feed'], documents: [] },
    ]);
  });

  it('reads addresses that begin with feed:', () => {
    const feeds = ['feed://a.example/rss', 'feed:https://b.example/rss', 'FEED:http://c.example/rss'];
    const outlines = feeds.map((url) => `<outline text="x" xmlUrl="${url}"/>`);
    const { subscriptions, invalid } = readOpml(`<opml><body>${outlines.join('')}</body></opml>`);
    expect(subscriptions.flatMap(({ news }) => news)).to.deep.equal([
      'http://a.example/rss',
      'https://b.example/rss',
      'http://c.example/rss',
    ]);
    expect(invalid).to.deep.equal([]);
  });

  it('tells how much it has read', () => {
    const outlines = Array.from(
      { length: 10_000 },
      (_, index) => `<outline xmlUrl="https://t${index}.example/"/>`,
    );
    const parts: number[] = [];
    readOpml(`<opml><body>${outlines.join('')}</body></opml>`, (part) => void parts.push(part));
    expect(parts.length).to.be.within(10, 100);
    expect(parts).to.deep.equal([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).to.be.within(0.9, 1);
  });

  it('rejects other files', () => {
    for (const text of ['', '<rss><channel/></rss>', '{"outlines":[]}'])
      expect(() => readOpml(text)).to.throw('no opml element');
  });
});
