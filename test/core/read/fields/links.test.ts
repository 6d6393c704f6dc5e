import {
  ATOM,
  atom,
  atom03,
  entry,
  entry03,
  item,
  itemTable,
  json,
  jsonItem,
  rdf,
  rss,
  table,
} from './table.ts';

describe('homepages', () => {
  table(
    ({ home_page_url }) => home_page_url,
    [
      ['RSS', rss('<link>http://a.vn/</link>'), 'http://a.vn/'],
      ['RSS, a sign in it', rss('<link>http://a.vn/?a=1&amp;b=2</link>'), 'http://a.vn/?a=1&b=2'],
      ['RSS, a bare sign in it', rss('<link>http://a.vn/?a=1&b=2</link>'), 'http://a.vn/?a=1&b=2'],
      [
        'RSS, not the image’s',
        rss('<image><link>http://b.vn/</link></image><link>http://a.vn/</link>'),
        'http://a.vn/',
      ],
      [
        'RSS, not the text input’s',
        rss('<textInput><link>http://b.vn/</link></textInput><link>http://a.vn/</link>'),
        'http://a.vn/',
      ],
      [
        'RSS, not Atom’s of another relation',
        rss('<atom:link rel="hub" href="http://b.vn/"/><link>http://a.vn/</link>', ATOM),
        'http://a.vn/',
      ],
      ['RSS, a link as Atom writes it', rss('<link href="http://a.vn/"/>'), 'http://a.vn/'],
      [
        'RSS, one as Atom writes it for the feed itself',
        rss('<link rel="self" href="http://a.vn/rss"/><link>http://a.vn/</link>'),
        'http://a.vn/',
      ],
      ['RSS, relative', rss('<link>/tin</link>'), 'http://truong.example/tin'],
      ['RSS, relative to a base', rss('<link>tin</link>', 'xml:base="http://a.vn/x/"'), 'http://a.vn/x/tin'],
      ['RSS, a script', rss('<link>javascript:alert(1)</link>'), undefined],
      [
        'RDF',
        rdf('<channel rdf:about="http://a.vn/rss"><link>http://a.vn/</link></channel>'),
        'http://a.vn/',
      ],
      ['CDF', '<channel href="http://a.vn/"><title>T</title></channel>', 'http://a.vn/'],
      ['Atom', atom('<link rel="alternate" href="http://a.vn/"/>'), 'http://a.vn/'],
      ['Atom, without relation', atom('<link href="http://a.vn/"/>'), 'http://a.vn/'],
      ['Atom, an empty relation', atom('<link rel="" href="http://a.vn/"/>'), 'http://a.vn/'],
      ['Atom, a relation in capitals', atom('<link rel=" Alternate " href="http://a.vn/"/>'), 'http://a.vn/'],
      ['Atom, of an unknown type', atom('<link type="x/y" href="http://a.vn/"/>'), 'http://a.vn/'],
      ['Atom, an address for text', atom('<link>http://a.vn/</link>'), 'http://a.vn/'],
      ['Atom, the feed’s own is none', atom('<link rel="self" href="http://a.vn/atom"/>'), undefined],
      ['Atom 0.3', atom03('<link rel="alternate" type="text/html" href="http://a.vn/"/>'), 'http://a.vn/'],
      ['JSON Feed', json({ home_page_url: '/' }), 'http://truong.example/'],
    ],
  );
});

describe('URLs and next pages of feeds', () => {
  table(
    ({ feed_url, next_url }) => [feed_url, next_url],
    [
      [
        'RSS',
        rss('<atom:link rel="self" href="http://a.vn/rss"/><atom:link rel="next" href="?p=2"/>', ATOM),
        ['http://a.vn/rss', 'http://truong.example/tin/feed.xml?p=2'],
      ],
      [
        'Atom',
        atom('<link rel="self" href="/atom"/><link rel="next" href="/atom?p=2"/>', 'xml:base="http://a.vn/"'),
        ['http://a.vn/atom', 'http://a.vn/atom?p=2'],
      ],
      [
        'Atom, a relation as an address',
        atom('<link rel="http://www.iana.org/assignments/relation/self" href="http://a.vn/atom"/>'),
        ['http://a.vn/atom', undefined],
      ],
      [
        'JSON Feed',
        json({ feed_url: 'http://a.vn/j', next_url: 'j?p=2' }),
        ['http://a.vn/j', 'http://truong.example/tin/j?p=2'],
      ],
    ],
  );
});

describe('pages of posts', () => {
  itemTable(
    ({ url }) => url,
    [
      ['RSS', item('<link>http://a.vn/1</link>'), 'http://a.vn/1'],
      ['RSS, in CDATA', item('<link><![CDATA[http://a.vn/?a=1&b=2]]></link>'), 'http://a.vn/?a=1&b=2'],
      ['RSS, in lines of its own', item('<link>\n\thttp://a.vn/1\n</link>'), 'http://a.vn/1'],
      [
        'RSS, names of HTML in its query',
        item('<link>http://a.vn/?a=1&copy=2&reg=3</link>'),
        'http://a.vn/?a=1&copy=2&reg=3',
      ],
      [
        'RSS, behind Atom’s of the feed',
        item('<atom:link rel="self" href="http://a.vn/s"/><link>http://a.vn/1</link>', ATOM),
        'http://a.vn/1',
      ],
      ['RSS, a guid that is a page', item('<guid>http://a.vn/1</guid>'), 'http://a.vn/1'],
      ['RSS, a guid that is none', item('<guid isPermaLink="false">http://a.vn/1</guid>'), undefined],
      [
        'RSS, a guid that is none, in capitals',
        item('<title>a</title><guid isPermaLink="FALSE">http://a.vn/1</guid>'),
        undefined,
      ],
      [
        'RSS, a guid that is none, without quotes',
        item('<title>a</title><guid isPermaLink=false>http://a.vn/1</guid>'),
        undefined,
      ],
      [
        'RSS, its link before its guid',
        item('<guid isPermaLink="true">http://a.vn/g</guid><link>http://a.vn/1</link>'),
        'http://a.vn/1',
      ],
      [
        'RSS, where Feedburner got it from',
        item(
          '<link>http://b.vn/1</link><f:origLink>http://a.vn/1</f:origLink>',
          'xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"',
        ),
        'http://a.vn/1',
      ],
      [
        'RSS, not its comments, source or replies',
        item(
          '<title>a</title><comments>http://b.vn/c</comments><source url="http://b.vn/">b</source><wfw:commentRss>http://b.vn/</wfw:commentRss>',
          'xmlns:wfw="http://wellformedweb.org/CommentAPI/"',
        ),
        undefined,
      ],
      [
        'RSS, not what Dublin Core relates it to',
        item('<title>a</title><dc:source>http://b.vn/</dc:source><dc:relation>http://b.vn/</dc:relation>'),
        undefined,
      ],
      ['RSS, mail', item('<title>a</title><link>mailto:a@b.vn</link>'), undefined],
      ['RSS, another protocol', item('<title>a</title><link>ftp://a.vn/1</link>'), undefined],
      [
        'RSS, a name in another script',
        item('<link>http://trường.vn/1</link>'),
        'http://xn--trng-rib8295b.vn/1',
      ],
      ['RDF', rdf('<item rdf:about="http://a.vn/g"><link>http://a.vn/1</link></item>'), 'http://a.vn/1'],
      [
        'RDF, named by its page alone',
        rdf('<item rdf:about="http://a.vn/1"><title>a</title></item>'),
        'http://a.vn/1',
      ],
      [
        'RDF, relative to a base',
        rdf('<item rdf:about="1"><link>1</link></item>', 'xml:base="http://a.vn/x/"'),
        'http://a.vn/x/1',
      ],
      ['CDF', '<channel><item href="http://a.vn/1"><title>a</title></item></channel>', 'http://a.vn/1'],
      ['Atom', entry('<link href="http://a.vn/1"/>'), 'http://a.vn/1'],
      [
        'Atom, the first of two',
        entry('<link href="http://a.vn/1"/><link href="http://a.vn/2"/>'),
        'http://a.vn/1',
      ],
      ['Atom, its own base', entry('<link href="1" xml:base="http://a.vn/x/"/>'), 'http://a.vn/x/1'],
      [
        'Atom, bases in bases',
        atom('<entry xml:base="y/"><link href="1"/></entry>', 'xml:base="http://a.vn/x/"'),
        'http://a.vn/x/y/1',
      ],
      [
        'Atom, a relative base',
        atom('<entry><link href="1"/></entry>', 'xml:base="/x/"'),
        'http://truong.example/x/1',
      ],
      [
        'Atom, content that lies elsewhere',
        entry('<content src="http://a.vn/1.mp4" type="video/mp4"/>'),
        'http://a.vn/1.mp4',
      ],
      [
        'Atom, not what it replies to',
        entry(
          '<title>a</title><thr:in-reply-to ref="x" href="http://b.vn/"/>',
          'xmlns:thr="http://purl.org/syndication/thread/1.0"',
        ),
        undefined,
      ],
      ['Atom 0.3', entry03('<link rel="alternate" type="text/html" href="http://a.vn/1"/>'), 'http://a.vn/1'],
      ['JSON Feed', jsonItem({ url: '/1' }), 'http://truong.example/1'],
      [
        'JSON Feed, where it points to is another',
        jsonItem({ title: 'a', external_url: 'http://b.vn/1' }),
        undefined,
      ],
    ],
  );
});

describe('ids of posts', () => {
  itemTable(
    ({ id }) => id,
    [
      ['RSS', item('<guid>http://a.vn/1</guid>'), 'http://a.vn/1'],
      [
        'RSS, in CDATA and white space',
        item('<guid>\n<![CDATA[ news_1 ]]>\n</guid><title>a</title>'),
        'news_1',
      ],
      ['RSS, a sign in it', item('<guid>http://a.vn/?a=1&amp;b=2</guid>'), 'http://a.vn/?a=1&b=2'],
      ['RDF', rdf('<item rdf:about="http://a.vn/1"><title>a</title></item>'), 'http://a.vn/1'],
      ['Dublin Core', item('<dc:identifier>x-1</dc:identifier>'), 'x-1'],
      [
        'Dublin Core’s terms without a declaration',
        item('<dcterms:identifier>x-1</dcterms:identifier>'),
        'x-1',
      ],
      ['Atom', entry('<id>tag:a.vn,2004:1</id>'), 'tag:a.vn,2004:1'],
      ['Atom, not resolved', entry('<title>a</title><id>/1</id>', 'xml:base="http://a.vn/"'), '/1'],
      ['JSON Feed, a number', jsonItem({ id: 0, title: 'a' }), '0'],
      ['JSON Feed, none', json({ items: [{ url: 'http://a.vn/1' }] }), 'a.vn/1'],
    ],
  );
});
