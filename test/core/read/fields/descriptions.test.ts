import { atom, atom03, base64, CONTENT, DC, ITUNES, json, rdf, rss, table, XHTML } from './table.ts';

describe('descriptions of feeds', () => {
  table(
    ({ description }) => description,
    [
      ['RSS', rss('<description>a</description>'), 'a'],
      ['RSS, HTML', rss('<description>&lt;b>a&lt;/b> b</description>'), 'a b'],
      ['RSS, CDATA', rss('<description><![CDATA[<b>a</b> b]]></description>'), 'a b'],
      ['RSS, signs', rss('<description>A&amp;T &amp;amp; B</description>'), 'A&T & B'],
      ['RSS, names of HTML', rss('<description>&amp;rdquo;a&ldquo;</description>'), '”a“'],
      [
        'RSS, behind the image’s',
        rss('<image><description>no</description></image><description>a</description>'),
        'a',
      ],
      [
        'RSS, behind the text input’s',
        rss('<textInput><description>no</description></textInput><description>a</description>'),
        'a',
      ],
      [
        'RSS, an empty one before another',
        rss('<description/><itunes:summary>a</itunes:summary>', ITUNES),
        'a',
      ],
      ['RSS, under other names', rss('<tagline>a</tagline>'), 'a'],
      ['RSS, subtitle', rss('<subtitle>a</subtitle>'), 'a'],
      ['RSS, summary', rss('<summary>a</summary>'), 'a'],
      ['RSS, content', rss('<content:encoded>&lt;p>a&lt;/p></content:encoded>', CONTENT), 'a'],
      ['Dublin Core', rss('<dc:description>a</dc:description>', DC), 'a'],
      ['iTunes’ summary', rss('<itunes:summary>a</itunes:summary>', ITUNES), 'a'],
      ['iTunes’ subtitle', rss('<itunes:subtitle>a</itunes:subtitle>', ITUNES), 'a'],
      ['RDF', rdf('<channel><description>a</description></channel>'), 'a'],
      ['CDF', '<channel><abstract>a</abstract></channel>', 'a'],
      ['Atom', atom('<subtitle>a</subtitle>'), 'a'],
      ['Atom, HTML', atom('<subtitle type="html">a &lt;b>b&lt;/b></subtitle>'), 'a b'],
      ['Atom, XHTML', atom(`<subtitle type="xhtml"><div ${XHTML}>a <b>b</b></div></subtitle>`), 'a b'],
      ['Atom 0.3', atom03('<tagline>a</tagline>'), 'a'],
      [
        'Atom 0.3, escaped',
        atom03('<tagline type="text/html" mode="escaped">a &lt;b>b&lt;/b></tagline>'),
        'a b',
      ],
      [
        'Atom 0.3, base64',
        atom03(`<tagline type="text/html" mode="base64">${base64('a <b>b</b>')}</tagline>`),
        'a b',
      ],
      [
        'Atom 0.3, its info where it has no tagline',
        atom03('<info type="text/html" mode="escaped">&lt;b>a&lt;/b></info>'),
        'a',
      ],
      ['Atom 0.3, its tagline before its info', atom03('<info>no</info><tagline>a</tagline>'), 'a'],
      ['JSON Feed', json({ description: 'a' }), 'a'],
      ['JSON Feed, not the comment to its readers', json({ user_comment: 'a' }), undefined],
      ['none', rss('<copyright>a</copyright><generator>b</generator><docs>c</docs>'), undefined],
    ],
  );
});
