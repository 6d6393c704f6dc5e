import { expect } from 'chai';
import { atomEntry, feedOf, rssItem } from './read.ts';

/** HTML 4's names: those of Latin-1 from U+00A0 on in order, then the others with their code points (hex). */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS =
  'quot:22 amp:26 lt:3c gt:3e OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc Alpha:391 Beta:392 Gamma:393 Delta:394 Epsilon:395 Zeta:396 Eta:397 Theta:398 Iota:399 Kappa:39a Lambda:39b Mu:39c Nu:39d Xi:39e Omicron:39f Pi:3a0 Rho:3a1 Sigma:3a3 Tau:3a4 Upsilon:3a5 Phi:3a6 Chi:3a7 Psi:3a8 Omega:3a9 alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 epsilon:3b5 zeta:3b6 eta:3b7 theta:3b8 iota:3b9 kappa:3ba lambda:3bb mu:3bc nu:3bd xi:3be omicron:3bf pi:3c0 rho:3c1 sigmaf:3c2 sigma:3c3 tau:3c4 upsilon:3c5 phi:3c6 chi:3c7 psi:3c8 omega:3c9 thetasym:3d1 upsih:3d2 piv:3d6 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d lrm:200e rlm:200f ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 bull:2022 hellip:2026 permil:2030 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a oline:203e frasl:2044 euro:20ac image:2111 weierp:2118 real:211c trade:2122 alefsym:2135 larr:2190 uarr:2191 rarr:2192 darr:2193 harr:2194 crarr:21b5 lArr:21d0 uArr:21d1 rArr:21d2 dArr:21d3 hArr:21d4 forall:2200 part:2202 exist:2203 empty:2205 nabla:2207 isin:2208 notin:2209 ni:220b prod:220f sum:2211 minus:2212 lowast:2217 radic:221a prop:221d infin:221e ang:2220 and:2227 or:2228 cap:2229 cup:222a int:222b there4:2234 sim:223c cong:2245 asymp:2248 ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 nsub:2284 sube:2286 supe:2287 oplus:2295 otimes:2297 perp:22a5 sdot:22c5 lceil:2308 rceil:2309 lfloor:230a rfloor:230b loz:25ca spades:2660 clubs:2663 hearts:2665 diams:2666 lang:27e8 rang:27e9';

const title = async (text: string) => (await rssItem(`<title>${text}</title>`)).title;
const html = async (text: string) =>
  (await rssItem(`<description><![CDATA[${text}]]></description>`)).content_text;
const plain = async (text: string) => (await atomEntry(`<content>${text}</content>`)).content_text;

describe('character references', () => {
  it('decodes every name of HTML 4', async () => {
    const known: [string, number][] = [
      ...LATIN.split(' ').map((name, index): [string, number] => [name, 0xa0 + index]),
      ...OTHERS.split(' ').map((pair): [string, number] => {
        const [name = '', code = ''] = pair.split(':');
        return [name, Number.parseInt(code, 16)];
      }),
    ];
    expect(known).to.have.length(252);
    // A letter on either side, or white space would be trimmed.
    const wrong: string[] = [];
    for (const [name, code] of known) {
      const character = String.fromCodePoint(code).normalize('NFC');
      const found = await html(`<p>x&${name};y</p>`);
      const wanted = `x${character}y`.replace(/\s/g, ' ');
      if (found !== wanted) wrong.push(`${name}: ${found}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('decodes decimal and hexadecimal numbers, in either case, with leading zeros', async () => {
    expect(await plain('&#7879; &#x1EC7; &#X1ec7; &#0007879; &#x001F600;')).to.equal('ệ ệ ệ ệ 😀');
  });

  it('decodes invalid code points as one U+FFFD each', async () => {
    expect(await plain('a&#0;b&#xD800;c&#x110000;d&#99999999999999;e')).to.equal(
      'a\ufffdb\ufffdc\ufffdd\ufffde',
    );
  });

  it('decodes 80–9F as windows-1252', async () => {
    expect(await plain('&#128;&#x91;&#146;&#147;&#148;&#150;&#x97;&#133;')).to.equal('€‘’“”–—…');
  });

  it('drops control characters', async () => {
    expect(await plain('a&#1;b&#x1f;c&#127;d')).to.equal('abcd');
  });

  it('composes decomposed letters', async () => {
    expect(await plain('Vie&#x323;&#x302;t')).to.equal('Việt');
  });

  it('leaves text that is not a reference unchanged', async () => {
    expect(await plain('AT&T & a &b &; &# &#x; &#xg; &khong; R&D')).to.equal(
      'AT&T & a &b &; &# &#x; &#xg; &khong; R&D',
    );
  });

  it('decodes Latin-1’s names without semicolon in HTML', async () => {
    expect(await html('&copy 2026, caf&eacute au lait, a&nbsp b &lt &gt &amp')).to.equal(
      '© 2026, café au lait, a b < > &',
    );
  });

  it('does not decode other names without semicolon', async () => {
    expect(await html('&hellip &alpha &euro')).to.equal('&hellip &alpha &euro');
  });

  it('distinguishes names by case', async () => {
    expect(await html('&Eacute;&eacute; &Dagger;&dagger; &Prime;&prime; &Omega;&omega; &ETH;')).to.equal(
      'Éé ‡† ″′ Ωω Ð',
    );
  });

  it('decodes HTML’s special characters in capitals', async () => {
    expect(await html('&AMP; &LT; &GT; &QUOT; &COPY; &REG;')).to.equal('& < > " © ®');
  });

  it('does not take properties of JavaScript objects for names', async () => {
    expect(await html('&constructor; &__proto__; &toString; &hasOwnProperty;')).to.equal(
      '&constructor; &__proto__; &toString; &hasOwnProperty;',
    );
  });

  it('decodes &nbsp; as a space, and trims it', async () => {
    expect(await html('&nbsp;a&nbsp;&nbsp;b&nbsp;')).to.equal('a b');
  });
});

describe('how often references are decoded', () => {
  it('in an RSS title once, or twice if the result is HTML', async () => {
    expect(await title('a &lt; b')).to.equal('a < b');
    expect(await title('a &amp;lt; b')).to.equal('a < b');
    expect(await title('a &amp;amp;lt; b')).to.equal('a &lt; b');
  });

  it('in an RSS title in CDATA once, as HTML', async () => {
    expect(await title('<![CDATA[a &lt; b]]>')).to.equal('a < b');
    expect(await title('<![CDATA[a &amp;lt; b]]>')).to.equal('a &lt; b');
    expect(await title('<![CDATA[a < b]]>')).to.equal('a < b');
  });

  it('leaves a plain ampersand in a title', async () => {
    expect(await title('Hỏi & đáp; R&amp;D')).to.equal('Hỏi & đáp; R&D');
  });

  it('in an RSS description twice, as XML and as HTML', async () => {
    const description = async (text: string) =>
      (await rssItem(`<description>${text}</description>`)).content_text;
    expect(await description('a &amp;lt;b&amp;gt; c')).to.equal('a <b> c');
    expect(await description('a &amp;amp;lt; c')).to.equal('a &lt; c');
  });

  it('in a description in CDATA once, as HTML', async () => {
    expect(await html('a &amp;lt; b &lt;i&gt;')).to.equal('a &lt; b <i>');
  });

  it('in CDATA beside text, each in its own way', async () => {
    expect(
      (await rssItem('<description>a &amp;amp; <![CDATA[b &amp; c]]> d</description>')).content_text,
    ).to.equal('a & b & c d');
  });

  it('in Atom text once', async () => {
    expect(await plain('a &amp;amp; &lt;b&gt;')).to.equal('a &amp; <b>');
  });

  it('in URLs in text once, as XML', async () => {
    expect(await rssItem('<link>http://a.vn/?a=1&amp;b=2&#038;c=3</link>')).to.include({
      url: 'http://a.vn/?a=1&b=2&c=3',
    });
  });

  it('in URLs in HTML attributes twice, as XML and as HTML', async () => {
    expect(
      await rssItem('<description>&lt;img src=&quot;/i?a=1&amp;amp;b=2&quot;&gt;</description>'),
    ).to.include({ image: 'http://truong.example/i?a=1&b=2' });
  });

  it('in a guid once', async () => {
    expect(await rssItem('<guid isPermaLink="false">a&amp;amp;b</guid>')).to.include({ id: 'a&amp;b' });
  });

  it('in names of people and tags once', async () => {
    expect(
      await rssItem(
        '<title>a</title><category><![CDATA[Tin &amp; bài]]></category><category>Hỏi &amp; đáp</category><author>Khoa A &amp; B</author>',
      ),
    ).to.deep.include({ tags: ['Tin & bài', 'Hỏi & đáp'], authors: [{ name: 'Khoa A & B' }] });
  });

  it('not at all in JSON', async () => {
    const feed = await feedOf(
      '{"version":"https://jsonfeed.org/version/1.1","title":"a &amp; b","items":[]}',
    );
    expect(feed.title).to.equal('a &amp; b');
  });
});

describe('ampersands in URLs', () => {
  const link = async (text: string) => (await rssItem(`<title>a</title><link>${text}</link>`)).url;
  for (const name of [
    'note',
    'quote',
    'lte',
    'gte',
    'copy',
    'section',
    'region',
    'lang',
    'para',
    'times',
    'order',
  ])
    it(`an unescaped parameter ${name} is not a reference`, async () => {
      expect(await link(`http://a.vn/?id=1&${name}=2`)).to.equal(`http://a.vn/?id=1&${name}=2`);
    });
  for (const name of ['note', 'copy', 'copyid', 'regs', 'notes'])
    it(`an unescaped parameter ${name} in an attribute is not a reference`, async () => {
      expect(
        await rssItem(`<description><![CDATA[<img src="/i?id=1&${name}=2">]]></description>`),
      ).to.include({ image: `http://truong.example/i?id=1&${name}=2` });
    });
});

describe('entities that a document declares', () => {
  const titled = async (declarations: string, title: string) =>
    (
      await feedOf(
        `<!DOCTYPE rss [${declarations}]><rss><channel><title>T</title><item><title>${title}</title></item></channel></rss>`,
      )
    ).items[0]!.title;

  it('are replaced by their text, in either quotes, with its references decoded', async () => {
    expect(
      await titled(`<!ENTITY truong "Trường"><!ENTITY  ct\n'Ch&#237;nh "trị"' >`, 'a &truong; &ct; &truong;'),
    ).to.equal('a Trường Chính "trị" Trường');
  });

  it('use the first declaration, and cannot redefine XML’s own', async () => {
    expect(
      await titled(
        '<!ENTITY a "1"><!ENTITY a "2"><!ENTITY lt "3"><!ENTITY amp "&#38;#38;">',
        '&a; &lt; &amp;',
      ),
    ).to.equal('1 < &');
  });

  it('are also replaced in attributes, where RDF uses them for namespaces', async () => {
    const feed = await feedOf(
      '<!DOCTYPE rdf:RDF [<!ENTITY rss "http://purl.org/rss/1.0/"><!ENTITY rdf "http://www.w3.org/1999/02/22-rdf-syntax-ns#">]><rdf:RDF xmlns="&rss;" xmlns:rdf="&rdf;"><channel><title>T</title></channel><item rdf:about="http://a.vn/1"><title>a</title></item></rdf:RDF>',
    );
    expect(feed.items[0]).to.include({ id: 'http://a.vn/1', title: 'a' });
  });

  it('are left as written if they contain markup, other entities or files', async () => {
    expect(
      await titled(
        '<!ENTITY a "<b>x</b>"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY % d "x">',
        '&a; &b; &c; &d; &e;',
      ),
    ).to.equal('&a; &b; &c; &d; &e;');
  });

  it('cannot redefine HTML’s own', async () => {
    const feed = await feedOf(
      '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent"> %HTMLlat1;]><rss><channel><title>T</title><item><title>a&nbsp;b &eacute;</title></item></channel></rss>',
    );
    expect(feed.items[0]!.title).to.equal('a b é');
  });

  it('may have a bracket in a quoted value', async () => {
    const feed = await feedOf(
      '<!DOCTYPE rss [<!ENTITY a "]>">]><rss><channel><title>T</title><item><title>a</title></item></channel></rss>',
    );
    expect(feed.items).to.have.length(1);
  });
});
