import {
  base64,
  CONTENT,
  DC,
  DCTERMS,
  entry,
  entry03,
  escaped,
  ITUNES,
  item,
  itemTable,
  jsonItem,
  MEDIA,
  rdf,
  XHTML,
} from './table.ts';

describe('summaries', () => {
  itemTable(
    ({ summary }) => summary,
    [
      ['RSS', item('<description>a</description>'), 'a'],
      [
        'RSS, its text where it has content',
        item('<content:encoded>b</content:encoded><description>a</description>', CONTENT),
        'a',
      ],
      [
        'RSS, of its content where it has no text',
        item('<content:encoded>&lt;p>a&lt;/p>&lt;p>b&lt;/p></content:encoded>', CONTENT),
        'a b',
      ],
      ['RSS, before a summary', item('<summary>b</summary><description>a</description>'), 'a'],
      [
        'RSS, before iTunes’',
        item('<itunes:summary>b</itunes:summary><description>a</description>', ITUNES),
        'a',
      ],
      [
        'RSS, an empty CDATA before Media RSS’s',
        item('<description><![CDATA[]]></description><media:description>a</media:description>', MEDIA),
        'a',
      ],
      ['RSS, code in it', item('<description>&lt;code>&amp;lt;x>&lt;/code></description>'), '<x>'],
      ['RSS, XHTML in the open', item(`<description><div ${XHTML}>a <em>b</em></div></description>`), 'a b'],
      ['RSS, what is no document type', item("<description>a &lt;!' b</description>"), 'a'],
      ['RSS, CDATA in CDATA', item('<description><![CDATA[a <![CDATA[b]]> c]]></description>'), 'a b c'],
      ['Dublin Core', item('<dc:description>a</dc:description>', DC), 'a'],
      ['Dublin Core’s terms', item('<dcterms:abstract>a</dcterms:abstract>', DCTERMS), 'a'],
      ['iTunes’ summary', item('<itunes:summary>a</itunes:summary>', ITUNES), 'a'],
      ['iTunes’ subtitle', item('<itunes:subtitle>a</itunes:subtitle>', ITUNES), 'a'],
      [
        'Media RSS',
        item('<media:description type="html">a &lt;b>b&lt;/b></media:description>', MEDIA),
        'a b',
      ],
      [
        'Media RSS, in its group',
        entry('<title>t</title><media:group><media:description>a</media:description></media:group>', MEDIA),
        'a',
      ],
      ['CDF', '<channel><item><abstract>a</abstract></item></channel>', 'a'],
      ['Atom', entry('<summary>a</summary>'), 'a'],
      [
        'Atom in RSS',
        item('<a:summary type="html">&lt;b>a&lt;/b></a:summary>', 'xmlns:a="http://www.w3.org/2005/Atom"'),
        'a',
      ],
      [
        'Atom, base64 without a declaration',
        entry(`<summary type="application/octet-stream">${base64('Trường')}</summary>`),
        'Trường',
      ],
      [
        'Atom 0.3, escaped',
        entry03('<summary type="text/html" mode="escaped">a &lt;b>b&lt;/b></summary>'),
        'a b',
      ],
      ['JSON Feed', jsonItem({ summary: 'a', content_text: 'b' }), 'a'],
    ],
  );
});

const html = (text: string) => item(`<title>t</title><description>${escaped(text)}</description>`);

describe('texts', () => {
  itemTable(
    ({ content_text }) => content_text,
    [
      ['content', item('<content:encoded>&lt;p>a&lt;/p></content:encoded>', CONTENT), 'a'],
      [
        'content, its namespace in capitals',
        item(
          '<content:encoded>&lt;p>a&lt;/p></content:encoded>',
          'xmlns:content="HTTP://PURL.ORG/RSS/1.0/MODULES/CONTENT/"',
        ),
        'a',
      ],
      [
        'content’s first syntax',
        rdf(
          '<item rdf:about="http://a.vn/1"><content:items><rdf:Bag><rdf:li><content:item><content:format rdf:resource="http://www.w3.org/1999/xhtml"/><rdf:value><![CDATA[<p>a</p>]]></rdf:value></content:item></rdf:li></rdf:Bag></content:items></item>',
          CONTENT,
        ),
        'a',
      ],
      ['content in Atom', entry('<content:encoded>&lt;p>a&lt;/p></content:encoded>', CONTENT), 'a'],
      ['an XHTML body', item(`<body ${XHTML}><p>a</p></body>`), 'a'],
      [
        'an XHTML body under a prefix',
        item(
          '<x:body><x:ul><x:li>a</x:li><x:li>b</x:li></x:ul></x:body>',
          'xmlns:x="http://www.w3.org/1999/xhtml"',
        ),
        'a\nb',
      ],
      ['an XHTML body that is escaped', item('<xhtml:body>&lt;p>a&lt;/p></xhtml:body>'), 'a'],
      ['an XHTML div', item(`<div ${XHTML}><p>a</p></div>`), 'a'],
      ['the full item', item('<fullitem>&lt;p>a&lt;/p></fullitem>'), 'a'],
      ['Atom, text', entry('<content type="text/plain">a &lt;b></content>'), 'a <b>'],
      ['Atom, lines of text', entry('<content>\n   a  b\r\n\r\n   c\t d\re\n</content>'), 'a b\nc d\ne'],
      ['Atom, HTML', entry('<content type="text/html">a &lt;b>b&lt;/b></content>'), 'a b'],
      [
        'Atom, XHTML',
        entry(`<content type="application/xhtml+xml"><div ${XHTML}>a <b>b</b></div></content>`),
        'a b',
      ],
      ['Atom, XML', entry(`<content type="application/xml"><div ${XHTML}>a <b>b</b></div></content>`), 'a b'],
      [
        'Atom, base64',
        entry(`<content type="application/octet-stream">${base64('Trường <b>')}</content>`),
        'Trường <b>',
      ],
      [
        'Atom 0.3, the richest of several',
        entry03(
          `<content type="multipart/alternative"><content type="text/plain">no</content><content type="application/xhtml+xml" mode="xml"><div ${XHTML}>a <b>b</b></div></content></content>`,
        ),
        'a b',
      ],
      [
        'Atom 0.3, the first of two',
        entry03('<content type="text/plain">a</content><content type="text/html" mode="escaped">b</content>'),
        'a',
      ],
      ['JSON Feed, HTML', jsonItem({ content_html: '<p>a</p><p>b</p>' }), 'a\nb'],
      ['JSON Feed, text', jsonItem({ content_text: 'a\n\n b <b>' }), 'a\nb <b>'],
      ['JSON Feed, HTML before text', jsonItem({ content_text: 'no', content_html: '<p>a</p>' }), 'a'],
      ['JSON Feed, summary alone', jsonItem({ summary: 'a' }), 'a'],

      [
        'a script is left out',
        html("a<script type=\"text/javascript\">location.href='http:/'+'/b.vn/';</script> b"),
        'a b',
      ],
      ['an applet', html('a<applet code="b.class" codebase="http://b.vn/"></applet> <b>c</b>'), 'a c'],
      ['a blink', html('<blink>a</blink> b'), 'a b'],
      ['an embedded film', html('a<embed src="http://b.vn/"> <b>c</b>'), 'a c'],
      ['frames', html('a<frameset rows="*"><frame src="http://b.vn/"></frameset> <b>c</b>'), 'a c'],
      ['an inline frame', html('a<iframe src="http://b.vn/"> <b>b</b></iframe> c'), 'a c'],
      ['a link to a style', html('a<link rel="stylesheet" href="http://b.vn/b.css"> <b>c</b>'), 'a c'],
      ['a redirection', html('a<meta http-equiv="Refresh" content="0; URL=http://b.vn/"> <b>c</b>'), 'a c'],
      ['an object that does not end', html('a<object classid="clsid:C932BA85"> <b>b</b>'), 'a b'],
      [
        'attributes that act',
        html(
          '<img src="http://b.vn/b.jpg" onload="alert(1)"><a href="javascript:b" style="position:absolute">a</a>',
        ),
        'a',
      ],
      ['a script within < and >', html('<<script>b</script>a'), '<a'],
      ['a script that does not begin', html('a<script'), 'a'],
      [
        'a script in a conditional comment',
        html('a <!--[if gte IE 4]><script>b</script><![endif]-->c'),
        'a c',
      ],
      ['a part for some browsers', html('a <![if !vml]>b<![endif]> c'), 'a b c'],
      ['Word’s XML', html('<xml><i><b>b</b></i></xml>a'), 'a'],
      ['Word’s instructions', html('a<?xml:namespace prefix = o ns = "urn:schemas" />b'), 'ab'],
      ['no-break spaces', html('a&nbsp;&nbsp;b'), 'a b'],
      ['a soft hyphen', html('a\u00adb'), 'a\u00adb'],
      [
        'CDATA in XHTML is text',
        entry(`<content type="xhtml"><div ${XHTML}>a <![CDATA[&amp; <b>]]> <![CDATA[c]]></div></content>`),
        'a &amp; <b> c',
      ],
      ['HTML that is escaped once more', html('&lt;p>a &amp;amp; b&lt;/p>&lt;p>c&lt;/p>'), 'a & b\nc'],
      ['HTML and CDATA that are escaped once more', html('&lt;![CDATA[&lt;p>a&lt;/p>]]>'), 'a'],
      ['CDATA whose marks are escaped in it', html('&lt;![CDATA[<p>a</p>]]&gt;'), 'a'],
      ['the end of CDATA, left over', html('<p>a</p>]]>'), 'a'],
      ['CDATA that does not end', html('<![CDATA[<p>a</p>'), 'a'],
      ['CDATA in JSON', jsonItem({ content_html: '<![CDATA[<p>a</p>]]>' }), 'a'],
      ['CDATA that is escaped with its HTML', html('<![CDATA[<p>a&nbsp;b</p><p>c</p>]]>'), 'a b\nc'],
      ['a superscript', html('x<sup>2</sup>'), 'x2'],
      ['a description list', html('<dl><dt>a<dd>b</dl>'), 'a\nb'],
      ['a fold', html('<details><summary>a</summary>b</details>'), 'a\nb'],
      ['paragraphs that do not end', html('<p>a<p>b'), 'a\nb'],
      ['breaks that do not end', html('a<br>b<br><br>c'), 'a\nb\nc'],
      ['a sign escaped once more', html('&#x26;lt;'), '&lt;'],
      ['a formula', html('<math><mi>x</mi></math>'), 'x'],
      ['ruby', html('<ruby>漢<rt>kan</rt></ruby>'), '漢kan'],
    ],
  );
});
