import { DC, itemTable, rss, table, XHTML } from './fields/table.ts';

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

describe('namespaces', () => {
  table(
    ({ title, items }) => [title, items[0]?.title],
    [
      [
        'RSS 1.0, its default another’s, names the same',
        `<rdf:RDF ${RDF} xmlns:rss="http://purl.org/rss/1.0/" ${XHTML}><rss:channel><title>no</title><rss:title>T</rss:title></rss:channel><rss:item rdf:about="http://a.vn/1"><title>no</title><rss:title>a</rss:title></rss:item></rdf:RDF>`,
        ['T', 'a'],
      ],
      [
        'RSS 1.0, in capitals',
        `<rdf:RDF ${RDF} xmlns="HTTP://PURL.ORG/RSS/1.0/"><channel><title>T</title></channel><item rdf:about="x"><title>a</title></item></rdf:RDF>`,
        ['T', 'a'],
      ],
      [
        'RSS 0.90, either of its two',
        `<rdf:RDF ${RDF} xmlns="http://channel.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel><item><title>a</title></item></rdf:RDF>`,
        ['T', 'a'],
      ],
      [
        'RSS 0.9x under a prefix',
        '<rss:rss xmlns:rss="http://purl.org/rss/0.9" version="0.91"><rss:channel><rss:title>T</rss:title><rss:item><rss:title>a</rss:title></rss:item></rss:channel></rss:rss>',
        ['T', 'a'],
      ],
      [
        'RSS 2.0 under a prefix, its default another’s',
        `<r:rss xmlns:r="http://backend.userland.com/rss2" ${XHTML}><r:channel><title>no</title><r:title>T</r:title><r:item><title>no</title><r:title>a</r:title></r:item></r:channel></r:rss>`,
        ['T', 'a'],
      ],
      [
        'RSS in an unknown namespace',
        '<rss xmlns="http://x.example/"><channel><title>T</title><item><title>a</title></item></channel></rss>',
        ['T', 'a'],
      ],
      [
        'RSS with an undeclared prefix',
        '<x:rss xmlns:x="http://x.example/"><x:channel><x:title>T</x:title><x:item><x:title>a</x:title></x:item></x:channel></x:rss>',
        ['T', 'a'],
      ],
      [
        'RSS in the namespace of Atom',
        '<rss xmlns="http://www.w3.org/2005/Atom"><channel><title>T</title><item><title>a</title></item></channel></rss>',
        ['T', 'a'],
      ],
      [
        'RSS in the namespace of Dublin Core',
        '<rss xmlns="http://purl.org/dc/elements/1.1/"><channel><title>T</title><item><title>a</title></item></channel></rss>',
        ['T', 'a'],
      ],
      [
        'RSS that takes its default back',
        '<rss xmlns="http://x.example/"><channel xmlns=""><title>T</title><item><title>a</title></item></channel></rss>',
        ['T', 'a'],
      ],
      [
        'Atom 0.3',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>a</title></entry></feed>',
        ['T', 'a'],
      ],
      [
        'Atom 0.3 under a prefix',
        '<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#"><a:title>T</a:title><a:entry><a:title>a</a:title></a:entry></a:feed>',
        ['T', 'a'],
      ],
      [
        'Atom in an unknown namespace',
        '<feed xmlns="http://x.example/"><title>T</title><entry><title>a</title></entry></feed>',
        ['T', 'a'],
      ],
      [
        'Atom under a prefix, its default XHTML',
        `<a:feed xmlns:a="http://www.w3.org/2005/Atom" ${XHTML}><title>no</title><a:title type="xhtml"><div>T</div></a:title><a:entry><title>no</title><a:title>a</a:title></a:entry></a:feed>`,
        ['T', 'a'],
      ],
      [
        'Atom whose entries have none',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry xmlns=""><title>a</title></entry></feed>',
        ['T', 'a'],
      ],
      [
        'Atom with items',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><item><title>a</title></item></feed>',
        ['T', 'a'],
      ],
      ['RSS with entries', rss('<title>T</title><entry><title>a</title></entry>'), ['T', 'a']],
      [
        'an envelope',
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${rss('<title>T</title><item><title>a</title></item>')}</s:Body></s:Envelope>`,
        ['T', 'a'],
      ],
      [
        'a foreign item in an item',
        rss(
          '<title>T</title><item><x:item xmlns:x="http://x.example/"><x:title>no</x:title></x:item><title>a</title></item>',
        ),
        ['T', 'a'],
      ],
    ],
  );

  itemTable(
    ({ authors }) => authors?.[0]?.name,
    [
      [
        'Dublin Core 1.0',
        rss('<item><dc:creator>Lan</dc:creator></item>', 'xmlns:dc="http://purl.org/dc/elements/1.0/"'),
        'Lan',
      ],
      [
        'Dublin Core under another prefix',
        rss('<item><x:creator>Lan</x:creator></item>', 'xmlns:x="http://purl.org/dc/elements/1.1/"'),
        'Lan',
      ],
      [
        'Dublin Core under its prefix in capitals',
        rss('<item><DC:creator>Lan</DC:creator></item>', DC.replace('dc', 'DC')),
        'Lan',
      ],
      [
        'Dublin Core as a default',
        rss('<item><creator xmlns="http://purl.org/dc/elements/1.1/">Lan</creator></item>'),
        'Lan',
      ],
      [
        'Dublin Core declared where it stands',
        rss('<item><x:creator xmlns:x="http://purl.org/dc/elements/1.1/">Lan</x:creator></item>'),
        'Lan',
      ],
      [
        'iTunes in capitals',
        rss(
          '<item><itunes:author>Lan</itunes:author></item>',
          'xmlns:itunes="http://www.itunes.com/DTDs/Podcast-1.0.dtd"',
        ),
        'Lan',
      ],
      [
        'iTunes at another address',
        rss(
          '<item><itunes:author>Lan</itunes:author></item>',
          'xmlns:itunes="http://example.com/DTDs/PodCast-1.0.dtd"',
        ),
        'Lan',
      ],
      [
        'a known prefix with a wrong address',
        rss('<item><title>a</title><dc:creator>Lan</dc:creator></item>', 'xmlns:dc="http://x.example/"'),
        'Lan',
      ],
    ],
  );
});
