import { ATOM, DC, DCTERMS, entry, ITUNES, item, itemTable, jsonItem, MEDIA, rdf } from './table.ts';

describe('tags', () => {
  itemTable(
    ({ tags }) => tags,
    [
      ['RSS', item('<category>Tin</category>'), ['Tin']],
      ['RSS, with a domain', item('<category domain="http://a.vn/">Tin</category>'), ['Tin']],
      [
        'RSS, several, each once',
        item('<category>a</category><category>b</category><category>a</category>'),
        ['a', 'b'],
      ],
      [
        'RSS, signs in CDATA',
        item('<category><![CDATA[Đào tạo & bồi dưỡng]]></category>'),
        ['Đào tạo & bồi dưỡng'],
      ],
      [
        'RSS, signs escaped twice',
        item('<category>Đào tạo &amp;amp; bồi dưỡng</category>'),
        ['Đào tạo & bồi dưỡng'],
      ],
      ['RSS, a comma is no end', item('<category>Tin, bài</category>'), ['Tin, bài']],
      ['RSS, an empty one', item('<category>a</category><category/><category> </category>'), ['a']],
      [
        'RSS, without Joomla’s root and mark, and WordPress’s default',
        item(
          ['Featured', 'Tin tức', 'ROOT', 'Uncategorised', 'Uncategorized', 'Chưa phân loại']
            .map((tag) => `<category>${tag}</category>`)
            .join(''),
        ),
        ['Tin tức'],
      ],
      ['JSON Feed, without them', jsonItem({ tags: ['ROOT', 'Tin nổi bật', 'Featured'] }), ['Tin nổi bật']],
      [
        'Dublin Core',
        rdf(
          '<item rdf:about="http://a.vn/1"><dc:subject>a</dc:subject><dc:subject>b</dc:subject></item>',
          DC,
        ),
        ['a', 'b'],
      ],
      ['Dublin Core’s terms', item('<dcterms:subject>a</dcterms:subject>', DCTERMS), ['a']],
      [
        'iTunes’ categories, one in the other',
        item('<itunes:category text="a"><itunes:category text="b"/></itunes:category>', ITUNES),
        ['a', 'b'],
      ],
      ['iTunes’ keywords', item('<itunes:keywords>a, b,,c </itunes:keywords>', ITUNES), ['a', 'b', 'c']],
      [
        'Media RSS, by label',
        item('<media:category scheme="http://a.vn/" label="Nhãn">a/b</media:category>', MEDIA),
        ['Nhãn'],
      ],
      ['Media RSS, by word', item('<media:category>a/b</media:category>', MEDIA), ['a/b']],
      [
        'Media RSS, in its group',
        item(
          '<media:group><media:category>a</media:category><media:keywords>b, c</media:keywords></media:group>',
          MEDIA,
        ),
        ['a', 'b', 'c'],
      ],
      ['Atom, by label', entry('<category term="tin" scheme="http://a.vn/" label="Tin"/>'), ['Tin']],
      ['Atom, by term', entry('<category term="tin"/>'), ['tin']],
      ['Atom, an empty label', entry('<category term="tin" label=""/>'), ['tin']],
      ['Atom, a word', entry('<category>tin</category>'), ['tin']],
      ['Atom in RSS', item('<atom:category term="x" label="y"/>', ATOM), ['y']],
      ['Atom, not its source’s', entry('<title>a</title><source><category term="x"/></source>'), undefined],
      [
        'Slash’s section is none',
        item(
          '<title>a</title><slash:section>x</slash:section>',
          'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
        ),
        undefined,
      ],
      ['JSON Feed, each once', jsonItem({ tags: ['a', ' b ', 'a', 7, ''] }), ['a', 'b']],
    ],
  );
});
