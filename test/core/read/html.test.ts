import { expect } from 'chai';
import { rssItem } from './read.ts';

const read = (html: string) => rssItem(`<title>t</title><description><![CDATA[${html}]]></description>`);
const text = async (html: string) => (await read(html)).content_text;
const image = async (html: string) => (await read(html)).image;

describe('HTML in feeds', () => {
  it('becomes plain text, one line per block', async () => {
    expect(
      await text('<h2>Tin</h2><p>Một\n  hai&nbsp;&ldquo;ba&rdquo;</p><ul><li>a<li>b</ul>c<br>d'),
    ).to.equal('Tin\nMột hai “ba”\na\nb\nc\nd');
  });

  it('has its references decoded once', async () => {
    expect(
      await text(
        '&agrave;&#224;&#xE0; &amp;lt; &Agrave;&Itilde;&Alpha; &hellip; &unknown; AT&T &copy 2026 &#150;',
      ),
    ).to.equal('ààà &lt; ÀĨΑ … &unknown; AT&T © 2026 –');
  });

  it('loses scripts, styles, comments and hidden parts', async () => {
    expect(
      await text(
        'a<script>x<b></script><style>y</style><!-- z --><template>t</template><div hidden>h<div>i</div></div><p style="display: none">j</p><noscript>n</noscript><span class="screen-reader-text">s</span>b',
      ),
    ).to.equal('a\nnb');
  });

  it('loses password forms, but not the text of other forms', async () => {
    expect(
      await text(
        'trước<form class="post-password-form"><p>Nội dung này được bảo vệ</p><input name="post_password" type="password"><input type="submit"></form>sau',
      ),
    ).to.equal('trước\nsau');
    expect(await text('<form><p>Góp ý</p><input type="text"></form>')).to.equal('Góp ý');
  });

  it('has the first real image as its image', async () => {
    expect(await image('<img src="/a.jpg">')).to.equal('http://truong.example/a.jpg');
    expect(await image('<img src=a.jpg width=130>')).to.equal('http://truong.example/tin/a.jpg');
    expect(await image('<img src="data:image/gif;base64,R0" data-src="/lazy.jpg">')).to.equal(
      'http://truong.example/lazy.jpg',
    );
    expect(
      await image(
        '<img src="/p.gif" width="1" height="1"><img src="https://s.w.org/images/core/emoji/14/72x72/1f600.png" class="emoji"><img src="//cdn.vn/b.jpg">',
      ),
    ).to.equal('http://cdn.vn/b.jpg');
    expect(await image('<img srcset="/c-300.jpg 300w, /c-600.jpg 600w">')).to.equal(
      'http://truong.example/c-600.jpg',
    );
    expect(await image('<img src="javascript:alert(1)"><script><img src="/no.jpg"></script>')).to.equal(
      undefined,
    );
    expect(await image('<img src="/wide.jpg" width="100%">')).to.equal('http://truong.example/wide.jpg');
  });

  it('has linked documents as attachments', async () => {
    expect(
      (await read('<p>Xem <a href="/f/45-TB.pdf">Thông báo <b>45</b></a>, <a href="/x.html">trang</a></p>'))
        .attachments,
    ).to.deep.equal([
      { url: 'http://truong.example/f/45-TB.pdf', mime_type: 'application/pdf', title: 'Thông báo 45' },
    ]);
  });

  it('may be unescaped', async () => {
    expect(
      (await rssItem('<title>t</title><description><p>Một &amp; <b>hai</b></p>ba</description>'))
        .content_text,
    ).to.equal('Một & hai\nba');
  });

  it('is cut after a word, for summary and text', async () => {
    const item = await read(`<p>${'chữ '.repeat(2000)}</p>`);
    expect(item.summary).to.have.length.within(590, 600);
    expect(item.summary).to.match(/chữ…$/);
    expect(item.content_text).to.have.length.within(1990, 2000);
  });
});

describe('words in HTML', () => {
  const TEXTS: [name: string, html: string, text: string][] = [
    [
      'inline elements do not separate words',
      'Tr<b>ườ</b>ng <i>Chính</i> <span>tr</span>ị',
      'Trường Chính trị',
    ],
    [
      'cells of a table are separated',
      '<table><tr><td>Số</td><td>12</td></tr><tr><th>Ngày</th><td>5</td></tr></table>',
      'Số 12\nNgày 5',
    ],
    ['<br> in all its forms', 'a<br>b<br/>c<br />d</br>e<BR>f', 'a\nb\nc\nd\ne\nf'],
    ['signs that are not tags', '1 < 2 và 3 > 2, a <3, <>, < b', '1 < 2 và 3 > 2, a <3, <>, < b'],
    ['a > in a quoted attribute', '<a title="a > b" href=\'c>d\'>x</a>y', 'xy'],
    ['a tag over lines', '<p\n class="a"\n>x</p\n>y', 'x\ny'],
    ['a tag that was never closed', 'a <b class="x', 'a'],
    ['an attribute whose quote was never closed', 'a<b title="x>b</b> c', 'a'],
    ['comments, short ones too', 'a<!-- b -- c -->d<!-->e<!--->f<!---->g', 'adefg'],
    ['a comment with tags', 'a<!-- <b>b</b> <p> -->c', 'ac'],
    ['a comment that ends with --!>', 'a<!-- b --!>c', 'ac'],
    ['a comment that was never closed', 'a<!-- b', 'a'],
    [
      'Word’s conditional comments',
      'a<!--[if gte mso 9]><xml><w:x>b</w:x></xml><![endif]-->c<![if !supportLists]>d<![endif]>e',
      'acde',
    ],
    ['Word’s own elements', 'a<o:p></o:p> b<o:p>&nbsp;</o:p>', 'a b'],
    ['scripts in any case', 'a<SCRIPT>b</SCRIPT>c<Script>d</scripT>e', 'ace'],
    ['a script with its end tag in a string', 'a<script>document.write("<\\/script>")</script>b', 'ab'],
    ['a script that was never closed', 'a<script>b', 'a'],
    ['a style that was never closed', 'a<style>b', 'a'],
    [
      'the content of frames, videos and drawings',
      'a<iframe>b</iframe><object>c</object><video>d</video><svg><text>e</text></svg>f',
      'af',
    ],
    ['the content of a template', 'a<template><p>b</p></template>c', 'ac'],
    [
      'the content of text fields and choices',
      'a<textarea>b</textarea><select><option>c</option></select>d',
      'ad',
    ],
    ['a title in the prose is not text', '<title>a</title>b', 'b'],
    ['lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>d', 'a\nb\nc\nd'],
    ['headings', '<h1>a</h1>b<h6>c</h6>', 'a\nb\nc'],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', 'a\nb'],
    [
      'figures and their captions',
      '<figure><img src="/i.jpg"><figcaption>Ảnh</figcaption></figure>a',
      'Ảnh\na',
    ],
    ['empty paragraphs leave no line', '<p>a</p><p></p><p>&nbsp;</p><p> <br> </p><p>b</p>', 'a\nb'],
    ['CDATA in HTML', 'a &lt;b&gt; c', 'a <b> c'],
    [
      'a page inside',
      '<!DOCTYPE html><html><head><title>t</title><meta charset="x"></head><body>a</body></html>',
      'a',
    ],
    ['a button’s and a label’s words', '<label>a</label> <button>b</button>', 'a b'],
    ['words of <center> stand alone', '<center>a</center>b', 'a\nb'],
  ];
  for (const [name, html, wanted] of TEXTS)
    it(name, async () => {
      expect(await text(html)).to.equal(wanted);
    });
});

describe('hidden parts of HTML', () => {
  const TEXTS: [name: string, html: string, text: string][] = [
    ['hidden', 'a<div hidden>b</div>c', 'a\nc'],
    ['hidden=""', 'a<span hidden="">b</span>c', 'ac'],
    ['display:none in any writing', "a<span style='color:red;DISPLAY : none !important'>b</span>c", 'ac'],
    ['visibility:hidden', 'a<span style="visibility:hidden">b</span>c', 'ac'],
    ['hidden elements of one name inside each other', 'a<div hidden>b<div>c</div>d</div>e', 'a\ne'],
    [
      'a void element does not hide the rest',
      'a<input hidden>b<br hidden>c<img hidden src="/i.jpg">d',
      'ab\ncd',
    ],
    ['an attribute that mentions hidden', '<a title="Một hidden gem" href="/x">b</a>c', 'bc'],
    ['a class that mentions hidden', '<p class="not hidden at-all">b</p>', 'b'],
    ['overflow: hidden', '<p style="overflow: hidden ; x: y">b</p>', 'b'],
    ['an attribute that mentions display:none', '<p data-x="display:none">b</p>', 'b'],
    ['a hidden item of a list ends with its list', '<ul><li>a<li hidden>b</ul>c', 'a\nc'],
    ['a hidden paragraph ends at the next', '<p hidden>a<p>b</p>', 'b'],
    ['aria-hidden is shown', '<span aria-hidden="true">a</span>', 'a'],
  ];
  for (const [name, html, wanted] of TEXTS)
    it(name, async () => {
      expect(await text(html)).to.equal(wanted);
    });

  it('are ignored with their images and files', async () => {
    const item = await read('<div hidden><img src="/i.jpg"><a href="/f.pdf">f</a></div>a');
    expect(item).to.not.have.any.keys('image', 'attachments');
  });
});

describe('images in HTML', () => {
  const IMAGES: [name: string, html: string, image: string | undefined][] = [
    [
      'unquoted, as VnExpress prints',
      '<a href="/x"><img width=130 height=100 src=http://a.vn/i.jpg ></a></br>lead',
      'http://a.vn/i.jpg',
    ],
    ['a self-closing tag', '<img src="/i.jpg"/>', 'http://truong.example/i.jpg'],
    ['in capitals', '<IMG SRC="/i.jpg">', 'http://truong.example/i.jpg'],
    [
      'data-src before a placeholder',
      '<img src="/loading.gif" data-src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'data-lazy-src',
      '<img src="data:image/svg+xml,%3Csvg%3E" data-lazy-src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    ['data-original', '<img src="/grey.png" data-original="/i.jpg">', 'http://truong.example/i.jpg'],
    [
      'data-srcset beside a data: source',
      '<img src="data:image/gif;base64,R0" data-srcset="/i.jpg 300w">',
      'http://truong.example/i.jpg',
    ],
    [
      '<picture> with sources only',
      '<picture><source srcset="/i.webp 1x"><img src="/i.jpg"></picture>',
      'http://truong.example/i.jpg',
    ],
    [
      'a pixel by its size',
      '<img src="http://t.vn/p?x" width=1 height=1><img src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'a pixel by its style',
      '<img src="http://t.vn/p?x" style="width:1px; height:1px"><img src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'an image that is not displayed',
      '<img src="http://t.vn/p?x" style="display:none"><img src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'an icon by its size',
      '<img src="/pdf.png" width="16" height="16"><img src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'height="auto" is not a size',
      '<img src="/i.jpg" height="auto" width="">',
      'http://truong.example/i.jpg',
    ],
    [
      'WordPress’s emoji',
      '<img class="wp-smiley" src="/wp-includes/images/smilies/icon.gif"><img src="https://s.w.org/images/core/emoji/2.3/svg/1f60a.svg"><img src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'Facebook’s emoji',
      '<img src="https://static.xx.fbcdn.net/images/emoji.php/v9/t4c/1/16/1f449.png"><img src="/i.jpg">',
      'http://truong.example/i.jpg',
    ],
    [
      'an image with emoji in its name',
      '<img src="/uploads/emoji-la-gi.jpg">',
      'http://truong.example/uploads/emoji-la-gi.jpg',
    ],
    ['references in its URL', '<img src="/i.php?a=1&amp;b=2">', 'http://truong.example/i.php?a=1&b=2'],
    ['in a comment', '<!-- <img src="/no.jpg"> --><img src="/i.jpg">', 'http://truong.example/i.jpg'],
    [
      'white space in its URL',
      '<img src=" /thu vien/Ảnh 1.jpg ">',
      'http://truong.example/thu%20vien/%E1%BA%A2nh%201.jpg',
    ],
    ['an embedded image', '<img src="data:image/png;base64,iVBOR">', undefined],
    ['no source', '<img alt="x">', undefined],
    ['an empty source', '<img src="">', undefined],
    ['a file on the writer’s disk', '<img src="file:///C:/Users/x/1.jpg">', undefined],
    [
      'an <image> of SVG or a <input type=image>',
      '<svg><image href="/no.png"/></svg><input type="image" src="/no.png">',
      undefined,
    ],
  ];
  for (const [name, html, wanted] of IMAGES)
    it(name, async () => {
      expect(await image(html)).to.equal(wanted);
    });

  it('is found after 3,000 characters of text', async () => {
    expect(await image(`<p>${'chữ '.repeat(800)}</p><img src="/i.jpg">`)).to.equal(
      'http://truong.example/i.jpg',
    );
  });
});

describe('files linked in HTML', () => {
  const files = async (html: string) => (await read(html)).attachments?.map(({ url, title }) => [url, title]);

  it('may have a query, a fragment, capitals, spaces', async () => {
    expect(
      await files(
        '<a href="/a.pdf?x=1&amp;y=2">a</a><a href="/b.DOCX#p2">b</a><a href="/thu muc/c d.xls">c</a>',
      ),
    ).to.deep.equal([
      ['http://truong.example/a.pdf?x=1&y=2', 'a'],
      ['http://truong.example/b.DOCX#p2', 'b'],
      ['http://truong.example/thu%20muc/c%20d.xls', 'c'],
    ]);
  });

  it('are listed once', async () => {
    expect(await files('<a href="/a.pdf">a</a> <a href="/a.pdf">Tải về</a>')).to.deep.equal([
      ['http://truong.example/a.pdf', 'a'],
    ]);
  });

  it('have no title if the link has no text', async () => {
    expect(await files('<a href="/a.pdf"><img src="/pdf.png"></a>')).to.deep.equal([
      ['http://truong.example/a.pdf', undefined],
    ]);
  });

  it('end at the next link if theirs is not closed', async () => {
    expect(await files('<p><a href="/a.pdf">a</p><p><a href="/b.pdf">b</a></p>')).to.deep.equal([
      ['http://truong.example/a.pdf', 'a'],
      ['http://truong.example/b.pdf', 'b'],
    ]);
  });

  it('are found after the end of the stored text', async () => {
    expect(await files(`<p>${'chữ '.repeat(800)}</p><a href="/a.pdf">Tệp</a>`)).to.deep.equal([
      ['http://truong.example/a.pdf', 'Tệp'],
    ]);
  });

  it('are not pages, images or other schemes', async () => {
    expect(
      await files(
        '<a href="/a.html">a</a><a href="/b.jpg">b</a><a href="ftp://a.vn/c.pdf">c</a><a href="javascript:x.pdf">d</a>',
      ),
    ).to.equal(undefined);
  });

  const TYPES: [name: string, href: string, isFile: boolean][] = [
    ['behind a script', '/Download.aspx?file=KH-12.pdf', true],
    ['behind a script, before other parameters', '/tai.php?f=vb/KH-12.DOCX&amp;id=3', true],
    ['in a parameter of a page', '/xem?file=a.pdf&amp;trang=1', true],
    ['before a session', '/a.pdf;jsessionid=1', true],
    [
      'before Liferay’s version',
      '/documents/20182/0/K%E1%BA%BF+hoach.pdf/0c5e-1?t=1&amp;download=true',
      true,
    ],
    ['the last extension', '/a.zip/b.html?file=c.pdf', true],
    ['a picture behind a file', '/a.pdf?bia=b.jpg', false],
    ['a host', 'https://truong.zip/tin', false],
    ['a part of a name', '/a.pdf-moi.html', false],
    ['shared by others', 'https://www.facebook.com/sharer.php?u=https://a.vn/a.pdf', false],
    ['a page about it', '/a.pdf/view', false],
  ];
  for (const [name, href, isFile] of TYPES)
    it(`are known by the last extension: ${name}`, async () => {
      expect((await files(`<a href="${href}">a</a>`))?.length).to.equal(isFile ? 1 : undefined);
    });

  const SCRIPTS: [link: string, url: string | undefined][] = [
    [`href="#" onclick="window.open('/files/57.pdf');return false;"`, '/files/57.pdf'],
    [`onclick="window.open(&quot;/files/57.pdf&quot;, &quot;_blank&quot;)"`, '/files/57.pdf'],
    [`href="javascript:window.open('/files/57.pdf')"`, '/files/57.pdf'],
    [`href="javascript:taiVe('57-NQ/TW',%20'/files/57.pdf')"`, '/files/57.pdf'],
    [`href="javascript:void(0)" onclick="location.href='files/57.pdf'"`, '/tin/files/57.pdf'],
    [`href="#" onclick='open("/files/57.pdf")'`, '/files/57.pdf'],
    [`href="/van-ban/57" onclick="window.open('/Tai.ashx?f=57.pdf&amp;x=1')"`, '/Tai.ashx?f=57.pdf&x=1'],
    [`href="#" onclick="window.open('/files/' + id + '.pdf')"`, undefined],
    [`href="javascript:__doPostBack('grid$57.pdf$xem','')"`, undefined],
    [`href="#" onclick="tai('57-nq.pdf' + x)"`, undefined],
  ];
  for (const [link, url] of SCRIPTS)
    it(`are found in scripts: ${link}`, async () => {
      expect((await files(`<a ${link}>a</a>`))?.[0]?.[0]).to.equal(url && `http://truong.example${url}`);
    });
});
