import { expect } from 'chai';
import { HtmlPage } from '../../../../hub/page/html-page.ts';
import { type ShownReading, showPage } from '../../../../hub/page/shown/show-page.ts';
import { fc, propertyRuns } from '../../../property.ts';
import { HOSTILE } from './hostile-pages.ts';
import { attributesOf, elementsOf, shownFaults } from './shown-faults.ts';

const PAGE_URL = 'http://truong.example/tin/';
const show = (html: string): ShownReading => showPage(new HtmlPage(html, PAGE_URL), '/shown/x/assets/');
const first = (html: string, name: string) =>
  attributesOf(elementsOf(show(html).html).find(({ tagName, attrs }) => tagName === name && attrs.length)!);

const NAMES =
  'a b p div span table tr td form select option script style svg math template textarea title iframe noscript body html img input mtext foreignObject mglyph xmp frameset head button li ul pre plaintext annotation-xml desc'.split(
    ' ',
  );
const VALUES = [
  'x',
  'javascript:pwned=1',
  '"><script>pwned=1</script>',
  "'",
  '</style>',
  '`',
  '&quot;',
  '/a.jpg',
  '\0',
  'url(/x)',
  'position:fixed',
];
const ATTRIBUTES =
  'class id style href src onclick onerror title srcdoc action name data-src value type media background rel'.split(
    ' ',
  );

const tag = fc
  .record({
    name: fc.constantFrom(...NAMES),
    close: fc.boolean(),
    attributes: fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES)), {
      maxLength: 3,
    }),
    quote: fc.constantFrom('"', "'", ''),
  })
  .map(({ name, close, attributes, quote }) =>
    close
      ? `</${name}>`
      : `<${name}${attributes.map(([key, value]) => ` ${key}=${quote}${value}${quote}`).join('')}>`,
  );
const piece = fc.oneof(
  { weight: 6, arbitrary: tag },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(HOSTILE)) },
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&lt;script&gt;',
      '<',
      '>',
      '"',
      '{',
      '}',
      '/*',
      '*/',
      '\\',
    ),
  },
);

describe('a page that is shown', () => {
  for (const [name, html] of Object.entries(HOSTILE))
    it(`leaves out ${name}`, () => {
      const shown = show(html);
      expect(shownFaults(shown, html)).to.deep.equal([]);
    });

  it('has only allowed elements and attributes, and the numbers of the same elements, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const html = pieces.join('');
        expect(shownFaults(show(html), html)).to.deep.equal([]);
      }),
      { numRuns: propertyRuns(3000) },
    );
  });

  it('has nothing of a style but what is shown, whatever is in it', () => {
    const css = fc.constantFrom(
      ...[
        'url(',
        ')',
        '"',
        "'",
        '/x',
        '{',
        '}',
        ';',
        ':',
        'background',
        'position',
        'fixed',
        '\\',
        '\\75',
        ' ',
        'a',
        '@import',
        '@media',
        '/*',
        '*/',
        '(',
        '[',
        '<',
        '/style>',
        '<!--',
        'src:',
        '--x',
        'var(',
        'expression(',
        '\n',
        '1',
      ],
    );
    fc.assert(
      fc.property(fc.array(css, { maxLength: 30 }), fc.boolean(), (parts, inAttribute) => {
        const text = parts.join('');
        const html = inAttribute
          ? `<p style="${text.replaceAll('"', '&quot;')}">x</p>`
          : `<style>${text}</style>`;
        expect(shownFaults(show(html), html)).to.deep.equal([]);
      }),
      { numRuns: propertyRuns(5000) },
    );
  });

  it('numbers the elements in document order, those that are left out as well', () => {
    const { html, nodes } = show('<ul><script></script><li>Một<li><b>Hai</b></ul>');
    const numbers = elementsOf(html).flatMap((each) => {
      const number = attributesOf(each)['data-node'];
      return number === undefined ? [] : `${number} ${each.tagName}`;
    });
    expect(numbers).to.deep.equal(['0 ul', '2 li', '3 li', '4 b']);
    expect(nodes).to.equal(5);
  });

  it('keeps what styles need, and the text', () => {
    const { html } = show(
      '<!DOCTYPE html><html lang=vi class=no-js><body class="home page" bgcolor=#fff><h2 id=t class="title" style="color:red;margin:0 2px">Tin &lt;mới&gt; &amp; hay</h2></body></html>',
    );
    expect(html).to.match(/^<!DOCTYPE html><html data-node="0" lang="vi" class="no-js">/i);
    expect(html).to.include('<body data-node="1" class="home page" bgcolor="#fff">');
    expect(html).to.include(
      '<h2 data-node="2" id="t" class="title" style="color:red;margin:0 2px;">Tin &#60;mới&#62; &#38; hay</h2>',
    );
  });

  it('is laid out as the page is: without a doctype if that has none', () => {
    expect(show('<p>x').html).to.match(/^<html>/);
    const old =
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
    expect(show(`${old}<p>x`).html.startsWith(old)).to.equal(true);
    expect(show('<!doctype html [<!entity x "y">]><p>x').html).to.match(/^<!doctype html>/i);
  });

  it('names pictures and style sheets by paths of its own, each URL once', () => {
    const { html, assets } = show(
      '<link rel=stylesheet href=/a.css media="screen and (min-width:1px)"><style>@import"/b.css"print;a{background:#fff url(i.png) no-repeat}</style><img src=/anh.jpg><img src=http://truong.example/anh.jpg#x><td background=nen.gif style="background-image:url(\'/n%20.png\')">',
    );
    expect(assets).to.deep.equal([
      { url: 'http://truong.example/a.css', type: 'style' },
      { url: 'http://truong.example/b.css', type: 'style' },
      { url: 'http://truong.example/tin/i.png', type: 'picture' },
      { url: 'http://truong.example/anh.jpg', type: 'picture' },
      { url: 'http://truong.example/n%20.png', type: 'picture' },
      { url: 'http://truong.example/tin/nen.gif', type: 'picture' },
    ]);
    expect(html).to.include('media="screen and (min-width:1px)" href="/shown/x/assets/0"');
    expect(html).to.include(
      '@import "/shown/x/assets/1" print;a{background:#fff url("/shown/x/assets/2") no-repeat;}',
    );
    expect(html.match(/<img [^>]*src="\/shown\/x\/assets\/3"/g)).to.have.length(2);
  });

  it('shows the picture that a lazy loader would', () => {
    const { assets } = show(
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src=/mot.jpg><img class=lazy src=/loading.gif data-original=/hai.jpg><img src=/loading.gif><noscript><img src=/ba.jpg></noscript><div data-bg=/bon.jpg></div><img srcset="/nam.jpg 1x">',
    );
    expect(assets.map(({ url }) => url.replace(/.*\//, ''))).to.include.members([
      'mot.jpg',
      'hai.jpg',
      'ba.jpg',
      'bon.jpg',
      'nam.jpg',
    ]);
  });

  it('lists its frames, and shows a box in their places', () => {
    const { frames, html } = show(
      '<iframe src=/khung.html width=300 height=200></iframe><iframe src=https://quang-cao.example/></iframe><iframe src=javascript:1></iframe>',
    );
    expect(frames).to.deep.equal([{ node: 0, url: 'http://truong.example/khung.html' }]);
    expect(html).to.include('<span data-node="0" data-box="frame" style="width:300px;height:200px;">');
  });

  it('names the targets of links', () => {
    expect(first('<a href=/x?a&amp;b>x</a>', 'a')['data-href']).to.equal('http://truong.example/x?a&b');
  });

  it('disables controls and links', () => {
    expect(first('<a href=/x target=_top>x</a>', 'a')).to.include({ href: '#', tabindex: '-1' });
    expect(first('<a href=javascript:x() data-href=javascript:x()>x</a>', 'a')).not.to.have.property(
      'data-href',
    );
    expect(first('<input type=password name=p value=secret placeholder=Tìm>', 'input')).to.deep.equal({
      'data-node': '0',
      type: 'text',
      disabled: '',
      placeholder: 'Tìm',
    });
    expect(first('<input type=submit value=Gửi>', 'input')).to.include({ type: 'button', value: 'Gửi' });
  });

  it('shows what stands in noscript, and opens details', () => {
    const { html } = show(
      '<noscript><p>Bật JavaScript</p></noscript><details><summary>Xem</summary>Thêm</details>',
    );
    expect(html).to.include('<p data-node="1">Bật JavaScript</p>');
    expect(html).to.match(/<details [^>]*open/);
  });

  it('keeps rules in media queries and drops fonts and animations', () => {
    const { html } = show(
      '<style>@charset "utf-8";@font-face{font-family:x;src:url(x.woff)}@media (max-width:600px){.a>b:hover,.c[d="e"]{float:left!important}}@keyframes k{from{top:0}}.x{animation:k 1s;color:rgb(1 2 3/.5)}</style>',
    );
    expect(html).to.include(
      '@media (max-width:600px){.a>b:hover,.c[d="e"]{float:left!important;}}.x{color:rgb(1 2 3/.5);}',
    );
    expect(html).not.to.match(/font-face|keyframes|animation:k/);
  });

  const BOMBS: [name: string, html: () => string][] = [
    ['nested too deeply', () => '<div>'.repeat(45_000)],
    ['of many pictures', () => '<img src=/1.jpg data-src=/2.jpg>'.repeat(40_000)],
    ['of one long style', () => `<style>${'a{background:url('.repeat(100_000)}</style>`],
    ['of many backslashes', () => `<style>${'\\'.repeat(1e6)}</style>`],
    ['of many open comments', () => `<style>${'/* '.repeat(3e5)}</style><p style="${'/*'.repeat(1e6)}">`],
    ['of many open strings', () => `<style>${'"\n'.repeat(3e5)}</style>`],
    ['of many open parentheses', () => `<style>${'a(;}'.repeat(2e5)}</style>`],
    [
      'of long attributes',
      () => `<p class="${'a '.repeat(1e6)}" style="${'b:c;'.repeat(1e6)}" title="${'x'.repeat(1e6)}">`,
    ],
    [
      'of many spaces in its doctype and sizes',
      () => `<!doctype html${' '.repeat(1e6)}x><p width="${' '.repeat(1e6)}x">`,
    ],
  ];
  for (const [name, html] of BOMBS)
    it(`is made in time from a page ${name}`, () => {
      expect(show(html()).html).to.be.a('string');
    });
});
