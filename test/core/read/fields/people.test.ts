import {
  ATOM,
  atom,
  atom03,
  DC,
  DCTERMS,
  entry,
  entry03,
  ITUNES,
  item,
  itemTable,
  json,
  jsonItem,
  rdf,
  rss,
  table,
} from './table.ts';

const LAN = [{ name: 'Lan' }];

describe('people of posts', () => {
  itemTable(
    ({ authors }) => authors,
    [
      ...(
        [
          ['Lan (lan@a.vn)', 'Lan'],
          ['lan@a.vn (Lan)', 'Lan'],
          ['Lan &lt;lan@a.vn>', 'Lan'],
          ['"Lan" &lt;lan@a.vn>', 'Lan'],
          ['Lan lan@a.vn', 'Lan'],
          ['Lan, lan@a.vn', 'Lan'],
          ['lan@a.vn - Lan', 'Lan'],
          ['lan@a.vn: Lan', 'Lan'],
          ['Lan [lan@a.vn]', 'Lan'],
          ['mailto:lan@a.vn (Lan)', 'Lan'],
          ['&lt;a href="mailto:lan@a.vn">Lan&lt;/a>', 'Lan'],
          ['(Lan)', 'Lan'],
          ['"Lan"', 'Lan'],
          ['lan@a.vn (Lan (K5))', 'Lan (K5)'],
          ['lan@a.vn ()', 'lan@a.vn'],
          ['lan@a.vn', 'lan@a.vn'],
          ['&lt;lan@a.vn>', 'lan@a.vn'],
          ['lan.x+y@a.b.vn (Lan)', 'Lan'],
          ["o'neil@a.vn (O'Neil)", "O'Neil"],
          ['Lan &amp; Minh', 'Lan & Minh'],
          ['<![CDATA[Lan]]>', 'Lan'],
          ['\n  Trần\n  Lan ', 'Trần Lan'],
        ] as const
      ).map(([written, name]): [string, string, unknown] => [
        written,
        item(`<author>${written}</author>`),
        [{ name }],
      ]),
      [
        'several with their mails',
        item('<author>a@b.vn (Lan), c@d.vn (Minh); Hoa &lt;e@f.vn></author>'),
        [{ name: 'Lan' }, { name: 'Minh' }, { name: 'Hoa' }],
      ],
      [
        'several authors',
        item('<author>a@b.vn (Lan)</author><author>c@d.vn (Minh)</author>'),
        [{ name: 'Lan' }, { name: 'Minh' }],
      ],
      [
        'an author as Atom has it, in RSS',
        item('<author><name>Lan</name><email>lan@a.vn</email></author>'),
        LAN,
      ],
      ['an author with tags around', item('<author><b>Lan</b></author>'), LAN],
      ['Atom’s in RSS', item('<atom:author><atom:name>Lan</atom:name></atom:author>', ATOM), LAN],
      ['Dublin Core’s creator', item('<dc:creator>Lan</dc:creator>', DC), LAN],
      ['Dublin Core’s creator with mail', item('<dc:creator>Lan (lan@a.vn)</dc:creator>', DC), LAN],
      ['Dublin Core’s creator in Atom', entry('<title>a</title><dc:creator>Lan</dc:creator>', DC), LAN],
      [
        'Dublin Core’s creator before RSS’s author',
        item('<author>lan@a.vn</author><dc:creator>Lan</dc:creator>', DC),
        LAN,
      ],
      ['Dublin Core’s terms', item('<dcterms:creator>Lan</dcterms:creator>', DCTERMS), LAN],
      ['an author that Dublin Core has not', item('<dc:author>Lan</dc:author>', DC), LAN],
      [
        'a person of FOAF',
        rdf(
          '<item rdf:about="http://a.vn/1"><dc:creator><f:Person><f:name>Lan</f:name></f:Person></dc:creator></item>',
          `${DC} xmlns:f="http://xmlns.com/foaf/0.1/"`,
        ),
        LAN,
      ],
      ['iTunes', item('<itunes:author>Lan</itunes:author>', ITUNES), LAN],
      [
        'contributors are no authors',
        item('<title>a</title><dc:contributor>Lan</dc:contributor>', DC),
        undefined,
      ],
      [
        'contributors of Atom neither',
        entry('<title>a</title><contributor><name>Lan</name></contributor>'),
        undefined,
      ],
      [
        'Atom',
        entry('<author><name>Lan</name><uri>http://a.vn/lan</uri><email>lan@a.vn</email></author>'),
        [{ name: 'Lan', url: 'http://a.vn/lan' }],
      ],
      [
        'Atom, a page relative to a base',
        entry('<author><name>Lan</name><uri>lan</uri></author>', 'xml:base="http://a.vn/x/"'),
        [{ name: 'Lan', url: 'http://a.vn/x/lan' }],
      ],
      [
        'Atom, a base of the author’s',
        entry('<author xml:base="http://a.vn/x/"><name>Lan</name><uri>lan</uri></author>'),
        [{ name: 'Lan', url: 'http://a.vn/x/lan' }],
      ],
      [
        'Atom, a base of the page’s',
        entry('<author><name>Lan</name><uri xml:base="http://a.vn/x/">lan</uri></author>'),
        [{ name: 'Lan', url: 'http://a.vn/x/lan' }],
      ],
      [
        'Atom, a page that acts',
        entry('<author><name>Lan</name><uri>javascript:alert(1)</uri></author>'),
        LAN,
      ],
      [
        'Atom, two',
        entry('<author><name>Lan</name></author><author><name>Minh</name></author>'),
        [{ name: 'Lan' }, { name: 'Minh' }],
      ],
      [
        'Atom, mail alone',
        entry('<author><name> </name><email>lan@a.vn</email></author>'),
        [{ name: 'lan@a.vn' }],
      ],
      ['Atom, words alone', entry('<author>Lan (lan@a.vn)</author>'), LAN],
      [
        'Atom 0.3, url',
        entry03('<author><name>Lan</name><url>http://a.vn/lan</url></author>'),
        [{ name: 'Lan', url: 'http://a.vn/lan' }],
      ],
      [
        'JSON Feed 1',
        jsonItem({ author: { name: 'Lan', url: '/lan', avatar: '/a.png' } }),
        [{ name: 'Lan', url: 'http://truong.example/lan' }],
      ],
      [
        'JSON Feed 1.1',
        jsonItem({ authors: [{ name: 'Lan' }, { name: 'Minh' }] }),
        [{ name: 'Lan' }, { name: 'Minh' }],
      ],
      ['JSON Feed, both', jsonItem({ author: { name: 'no' }, authors: [{ name: 'Lan' }] }), LAN],
      ['JSON Feed, an empty list beside one', jsonItem({ author: { name: 'Lan' }, authors: [] }), LAN],
      ['JSON Feed, a name for an object', jsonItem({ author: 'Lan' }), LAN],
      ['JSON Feed, names for objects', jsonItem({ authors: ['Lan', 7, null] }), LAN],
      [
        'JSON Feed, a page alone',
        jsonItem({ author: { url: 'http://a.vn/lan' } }),
        [{ name: 'http://a.vn/lan', url: 'http://a.vn/lan' }],
      ],
    ],
  );
});

describe('people of feeds', () => {
  table(
    ({ authors }) => authors,
    [
      ['RSS, the editor', rss('<managingEditor>Lan (lan@a.vn)</managingEditor>'), LAN],
      ['RSS, the webmaster', rss('<webMaster>lan@a.vn (Lan)</webMaster>'), LAN],
      [
        'RSS, the editor before the webmaster',
        rss('<webMaster>x@a.vn (X)</webMaster><managingEditor>lan@a.vn (Lan)</managingEditor>'),
        LAN,
      ],
      ['RSS, an author', rss('<author>lan@a.vn (Lan)</author>'), LAN],
      ['Dublin Core’s creator', rss('<dc:creator>Lan</dc:creator>', DC), LAN],
      ['Dublin Core’s publisher', rss('<dc:publisher>Lan (lan@a.vn)</dc:publisher>', DC), LAN],
      ['iTunes’ author', rss('<itunes:author>Lan</itunes:author>', ITUNES), LAN],
      [
        'iTunes’ owner',
        rss(
          '<itunes:owner><itunes:name>Lan</itunes:name><itunes:email>lan@a.vn</itunes:email></itunes:owner>',
          ITUNES,
        ),
        LAN,
      ],
      [
        'iTunes’ owner, mail alone',
        rss('<itunes:owner><itunes:email>lan@a.vn</itunes:email></itunes:owner>', ITUNES),
        [{ name: 'lan@a.vn' }],
      ],
      ['Atom in RSS', rss('<atom:author><atom:name>Lan</atom:name></atom:author>', ATOM), LAN],
      [
        'Atom',
        atom('<author><name>Lan</name></author><author><name>Minh</name></author>'),
        [{ name: 'Lan' }, { name: 'Minh' }],
      ],
      [
        'Atom 0.3, homepage',
        atom03('<author><name>Lan</name><homepage>http://a.vn/lan</homepage></author>'),
        [{ name: 'Lan', url: 'http://a.vn/lan' }],
      ],
      ['JSON Feed', json({ author: { name: 'Lan' } }), LAN],
    ],
  );
});
