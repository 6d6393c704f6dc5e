import {
  ATOM,
  atom,
  entry,
  ITUNES,
  item,
  itemTable,
  json,
  jsonItem,
  MEDIA,
  rdf,
  rss,
  table,
  XHTML,
} from './table.ts';

describe('pictures of posts', () => {
  itemTable(
    ({ image }) => image,
    [
      ['an enclosure', item('<enclosure url="http://a.vn/i.jpg" type="image/jpeg"/>'), 'http://a.vn/i.jpg'],
      [
        'an enclosure that its address betrays',
        item('<enclosure url="http://a.vn/i.jpg"/>'),
        'http://a.vn/i.jpg',
      ],
      ['an image', item('<title>a</title><image>http://a.vn/i.jpg</image>'), 'http://a.vn/i.jpg'],
      [
        'an image with its url',
        item('<title>a</title><image><url>http://a.vn/i.jpg</url></image>'),
        'http://a.vn/i.jpg',
      ],
      ['an image that has words only', item('<title>a</title><image><title>i</title></image>'), undefined],
      ['a thumbnail', item('<title>a</title><thumbnail>http://a.vn/i.jpg</thumbnail>'), 'http://a.vn/i.jpg'],
      [
        'iTunes',
        item('<title>a</title><itunes:image href="http://a.vn/i.jpg"/>', ITUNES),
        'http://a.vn/i.jpg',
      ],
      [
        'iTunes, as a link',
        item('<title>a</title><itunes:link rel="image" href="http://a.vn/i.jpg">x</itunes:link>', ITUNES),
        'http://a.vn/i.jpg',
      ],
      ['Media RSS', item('<media:content url="http://a.vn/i" medium="image"/>', MEDIA), 'http://a.vn/i'],
      [
        'Media RSS, no slash behind its namespace',
        item(
          '<media:content url="http://a.vn/i" type="image/png"/>',
          'xmlns:media="http://search.yahoo.com/mrss"',
        ),
        'http://a.vn/i',
      ],
      [
        'Media RSS, the thumbnail of a film',
        item(
          '<media:content url="http://a.vn/a.mp4" type="video/mp4"><media:thumbnail url="http://a.vn/t.jpg"/></media:content>',
          MEDIA,
        ),
        'http://a.vn/t.jpg',
      ],
      [
        'Media RSS, a thumbnail’s address for text',
        item('<title>a</title><media:thumbnail>http://a.vn/i.jpg</media:thumbnail>', MEDIA),
        'http://a.vn/i.jpg',
      ],
      [
        'Media RSS, a group',
        entry('<title>a</title><media:group><media:thumbnail url="http://a.vn/i.jpg"/></media:group>', MEDIA),
        'http://a.vn/i.jpg',
      ],
      [
        'XHTML, the base of its div',
        entry(
          `<content type="xhtml"><div ${XHTML} xml:base="http://a.vn/x/"><img src="i.jpg"/></div></content>`,
        ),
        'http://a.vn/x/i.jpg',
      ],
      [
        'HTML, the base of its element',
        entry('<content type="html" xml:base="http://a.vn/x/">&lt;img src="i.jpg"></content>'),
        'http://a.vn/x/i.jpg',
      ],
      ['JSON Feed', jsonItem({ image: 'http://a.vn/i.jpg' }), 'http://a.vn/i.jpg'],
      ['JSON Feed, a banner', jsonItem({ banner_image: 'http://a.vn/i.jpg' }), 'http://a.vn/i.jpg'],
      [
        'JSON Feed, a picture among its files',
        jsonItem({ title: 'a', attachments: [{ url: '/a.pdf' }, { url: '/i', mime_type: 'image/png' }] }),
        'http://truong.example/i',
      ],
    ],
  );
});

describe('icons of feeds', () => {
  table(
    ({ icon, favicon }) => (favicon ? [icon, favicon] : icon),
    [
      [
        'RSS',
        rss('<image><title>i</title><url>http://a.vn/i.png</url><link>http://a.vn/</link></image>'),
        'http://a.vn/i.png',
      ],
      [
        'RSS, relative to a base',
        rss('<image><url>i.png</url></image>', 'xml:base="http://a.vn/x/"'),
        'http://a.vn/x/i.png',
      ],
      [
        'RSS, before iTunes’',
        rss('<itunes:image href="http://a.vn/x.png"/><image><url>http://a.vn/i.png</url></image>', ITUNES),
        'http://a.vn/i.png',
      ],
      ['RSS, an image with words only', rss('<image><title>i</title></image>'), undefined],
      ['iTunes', rss('<itunes:image href="http://a.vn/i.png"/>', ITUNES), 'http://a.vn/i.png'],
      [
        'iTunes, an address for text',
        rss('<itunes:image>http://a.vn/i.png</itunes:image>', ITUNES),
        'http://a.vn/i.png',
      ],
      [
        'iTunes, as a link',
        rss('<itunes:link rel="image" href="http://a.vn/i.png"/>', ITUNES),
        'http://a.vn/i.png',
      ],
      [
        'RDF, beside its channel',
        rdf('<channel><title>T</title></channel><image><url>http://a.vn/i.png</url></image>'),
        'http://a.vn/i.png',
      ],
      [
        'RDF, named in its channel',
        rdf('<channel><image rdf:resource="http://a.vn/i.png"/></channel>'),
        'http://a.vn/i.png',
      ],
      ['CDF', '<channel><logo href="http://a.vn/i.png" style="IMAGE"/></channel>', 'http://a.vn/i.png'],
      [
        'Atom, logo and icon',
        atom('<icon>http://a.vn/i.ico</icon><logo>http://a.vn/l.png</logo>'),
        ['http://a.vn/l.png', 'http://a.vn/i.ico'],
      ],
      [
        'Atom, icon alone',
        atom('<icon>http://a.vn/i.ico</icon>'),
        ['http://a.vn/i.ico', 'http://a.vn/i.ico'],
      ],
      [
        'Atom, bases of their own',
        atom('<icon xml:base="http://a.vn/x/">i.ico</icon><logo xml:base="http://a.vn/y/">l.png</logo>'),
        ['http://a.vn/y/l.png', 'http://a.vn/x/i.ico'],
      ],
      [
        'Atom in RSS',
        rss('<atom:icon>http://a.vn/i.ico</atom:icon><atom:logo>http://a.vn/l.png</atom:logo>', ATOM),
        ['http://a.vn/l.png', 'http://a.vn/i.ico'],
      ],
      [
        'JSON Feed',
        json({ icon: 'i.png', favicon: 'f.ico' }),
        ['http://truong.example/tin/i.png', 'http://truong.example/tin/f.ico'],
      ],
    ],
  );
});
