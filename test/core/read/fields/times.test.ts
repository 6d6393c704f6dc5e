import { ATOM, DC, DCTERMS, entry, entry03, item, itemTable, jsonItem } from './table.ts';

const FIRST = '2004-01-01T07:00:00+07:00';
const SECOND = '2004-01-02T07:00:00+07:00';

describe('dates of posts', () => {
  itemTable(
    ({ date_published, date_modified }) => [date_published, date_modified],
    [
      ['RSS', item('<pubDate>Thu, 01 Jan 2004 00:00:00 GMT</pubDate>'), [FIRST, undefined]],
      [
        'RSS, the first of two',
        item(
          '<pubDate>Thu, 01 Jan 2004 00:00:00 GMT</pubDate><pubDate>Fri, 02 Jan 2004 00:00:00 GMT</pubDate>',
        ),
        [FIRST, undefined],
      ],
      [
        'RSS, in CDATA',
        item('<pubDate><![CDATA[ Thu, 01 Jan 2004 00:00:00 GMT ]]></pubDate>'),
        [FIRST, undefined],
      ],
      ['RSS, as ISO 8601', item('<pubDate>2004-01-01T00:00:00Z</pubDate>'), [FIRST, undefined]],
      ['Dublin Core, for both', item('<dc:date>2004-01-01T00:00:00Z</dc:date>', DC), [FIRST, FIRST]],
      ['Dublin Core in Atom', entry('<dc:date>2004-01-01T00:00:00Z</dc:date>', DC), [FIRST, FIRST]],
      [
        'Dublin Core’s terms: created',
        item('<dcterms:created>2004-01-01T00:00:00Z</dcterms:created>', DCTERMS),
        [FIRST, undefined],
      ],
      [
        'Dublin Core’s terms: issued, modified',
        item(
          '<dcterms:issued>2004-01-01T00:00:00Z</dcterms:issued><dcterms:modified>2004-01-02T00:00:00Z</dcterms:modified>',
          DCTERMS,
        ),
        [FIRST, SECOND],
      ],
      [
        'Dublin Core’s terms: modified alone',
        item('<dcterms:modified>2004-01-02T00:00:00Z</dcterms:modified>', DCTERMS),
        [SECOND, SECOND],
      ],
      [
        'Atom in RSS',
        item(
          '<atom:published>2004-01-01T00:00:00Z</atom:published><atom:updated>2004-01-02T00:00:00Z</atom:updated>',
          ATOM,
        ),
        [FIRST, SECOND],
      ],
      [
        'a10 without a declaration',
        item('<pubDate>Thu, 01 Jan 2004 00:00:00 Z</pubDate><a10:updated>2004-01-02T00:00:00Z</a10:updated>'),
        [FIRST, SECOND],
      ],
      [
        'CDF',
        '<channel><item href="http://a.vn/1" lastmod="2004-01-01T00:00:00Z"/></channel>',
        [FIRST, FIRST],
      ],
      [
        'Atom',
        entry('<updated>2004-01-02T00:00:00Z</updated><published>2004-01-01T00:00:00Z</published>'),
        [FIRST, SECOND],
      ],
      ['Atom, updated alone', entry('<updated>2004-01-01T00:00:00Z</updated>'), [FIRST, FIRST]],
      [
        'Atom, not its source’s',
        entry('<title>a</title><source><updated>2004-01-01T00:00:00Z</updated></source>'),
        [undefined, undefined],
      ],
      [
        'Atom 0.3, issued before created',
        entry03(
          '<created>2003-01-01T00:00:00Z</created><issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified>',
        ),
        [FIRST, SECOND],
      ],
      ['Atom 0.3, created alone', entry03('<created>2004-01-01T00:00:00Z</created>'), [FIRST, undefined]],
      [
        'JSON Feed',
        jsonItem({ date_published: '2003-12-31T19:00:00-05:00', date_modified: '2004-01-02T00:00:00Z' }),
        [FIRST, SECOND],
      ],
      [
        'JSON Feed, as RFC 822',
        jsonItem({ date_published: 'Thu, 01 Jan 2004 00:00:00 GMT' }),
        [FIRST, undefined],
      ],
    ],
  );
});
