import { expect } from 'chai';
import { feedOf } from './read.ts';

const rss = (title: string, encoding?: string) =>
  `${encoding ? `<?xml version="1.0" encoding="${encoding}"?>` : ''}<rss><channel><title>${title}</title></channel></rss>`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)));
  for (const [index, letter] of [...(mark ? '\ufeff' : ''), ...text].entries())
    view.setUint16(2 * index, letter.charCodeAt(0), little);
  return new Uint8Array(view.buffer);
};
const title = async (body: Uint8Array, contentType?: string) => (await feedOf(body, contentType)).title;

describe('charset', () => {
  it('reads UTF-8 with and without byte order mark, whatever is declared', async () => {
    expect(await title(utf8(rss('Trường')))).to.equal('Trường');
    expect(await title(utf8(`\ufeff${rss('Trường')}`))).to.equal('Trường');
    expect(await title(utf8(rss('Trường', 'ISO-8859-1')), 'text/xml; charset=windows-1252')).to.equal(
      'Trường',
    );
  });

  it('recognises UTF-16 by its byte order mark or its zeros', async () => {
    for (const little of [true, false])
      for (const mark of [true, false])
        expect(await title(utf16(rss('Trường', 'utf-16'), little, mark))).to.equal('Trường');
  });

  it('reads windows-1252 and ISO-8859-x as declared by the header, then by the prolog', async () => {
    expect(await title(latin(rss('Caf\xe9 \x96')), 'text/xml; charset=windows-1252')).to.equal('Café –');
    expect(await title(latin(rss('Caf\xe9', 'iso-8859-1')))).to.equal('Café');
    expect(await title(latin(rss('\xb1', 'iso-8859-2')))).to.equal('ą');
    expect(await title(latin(rss('\xb1', 'iso-8859-15')), 'text/xml; charset="iso-8859-2"')).to.equal('ą');
  });

  it('composes the letters of windows-1258', async () => {
    // ê, then the acute as a mark of its own; Ð is Đ at 0xD0.
    expect(await title(latin(rss('Ti\xea\xecng Vi\xea\xf2t, \xd0\xe2\xcc\x64', 'windows-1258')))).to.match(
      /^Tiếng Vi.*, Đ/,
    );
  });

  it('reads bytes wrongly declared as UTF-8 as the other declaration or windows-1252', async () => {
    expect(await title(latin(rss('\xe9\xe8\xe0\xf4\xfb', 'iso-8859-1')), 'text/xml; charset=utf-8')).to.equal(
      'éèàôû',
    );
    expect(await title(latin(rss('\xe9\xe8\xe0\xf4\xfb', 'utf-8')))).to.equal('éèàôû');
  });

  it('reads UTF-8 with a letter cut in two as UTF-8', async () => {
    const body = utf8(rss('Trường Chính trị tỉnh, chính trị'));
    const cut = Uint8Array.from([...body.subarray(0, 60), 0xc3, ...body.subarray(60)]);
    expect(await title(cut)).to.contain('Trường Chính trị');
  });

  describe('UTF-8 in which a few letters are cut', () => {
    /** A feed of posts whose summaries PHP's `substr` cut within a letter. */
    const cutFeed = (encoding: string, posts: number, cut: (letter: Uint8Array) => Uint8Array) => {
      const parts: Uint8Array[] = [utf8(`<?xml version="1.0" encoding="${encoding}"?><rss><channel>`)];
      for (let post = 0; post < posts; post++)
        parts.push(
          utf8('<item><title>Hội nghị tổng kết năm học</title><description>Triển khai nhiệm vụ tr'),
          cut(utf8('ọ')),
          utf8('...</description></item>'),
        );
      parts.push(utf8('</channel></rss>'));
      return Uint8Array.from(parts.flatMap((part) => [...part]));
    };
    const rows: [what: string, posts: number, cut: (letter: Uint8Array) => Uint8Array][] = [
      ['after its first byte', 1, (letter) => letter.subarray(0, 1)],
      ['after its second byte', 1, (letter) => letter.subarray(0, 2)],
      ['before its last byte', 1, (letter) => letter.subarray(2)],
      ['in every post', 30, (letter) => letter.subarray(0, 1)],
    ];
    for (const label of ['ISO-8859-1', 'windows-1252', 'windows-1258', 'us-ascii', 'iso-8859-15', 'gb2312'])
      for (const [what, posts, cut] of rows)
        it(`${what}, declared as ${label}`, async () => {
          const body = cutFeed(label, posts, cut);
          for (const type of ['text/xml', `text/xml; charset=${label}`, 'text/xml; charset=utf-8'])
            for (const item of (await feedOf(body, type)).items) {
              expect(item.title, type).to.equal('Hội nghị tổng kết năm học');
              expect(item.content_text, type).to.match(/^Triển khai nhiệm vụ tr\ufffd{1,2}\.\.\.$/);
            }
        });

    for (const label of ['utf-8', 'iso-8859-1'])
      it(`two of seven, declared as ${label}`, async () => {
        const posts = ['Lễ hội xuân', 'Lớp học'].map((title) => [
          ...utf8(`<item><title>${title}</title><description>tr`),
          0xe1,
          ...utf8('...</description></item>'),
        ]);
        const head = utf8(`<?xml version="1.0" encoding="${label}"?><rss><channel>`);
        const { items } = await feedOf(Uint8Array.from([...head, ...posts.flat()]));
        expect(items.map(({ title }) => title)).to.deep.equal(['Lễ hội xuân', 'Lớp học']);
      });
  });

  describe('text in the declared encoding', () => {
    /** The bytes of a text, by decoding all bytes and pairs of bytes that may be letters. */
    const encode = (text: string, label: string) => {
      const decoder = new TextDecoder(label);
      const bytesOf = new Map<string, number[]>();
      const note = (...bytes: number[]) => {
        const letter = decoder.decode(Uint8Array.from(bytes));
        if ([...letter].length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, bytes);
      };
      for (let first = 0; first < 256; first++) note(first);
      if (/gb|big5|euc|shift/.test(label))
        for (let first = 0x81; first < 255; first++)
          for (let second = 0x40; second < 255; second++) note(first, second);
      return Uint8Array.from([...text].flatMap((letter) => bytesOf.get(letter)!));
    };
    const rows: [label: string, text: string][] = [
      ['windows-1252', 'Déjà vu'],
      ['windows-1252', 'Ñandú'],
      ['iso-8859-15', 'À propos de l’école : élèves, été, « où »'.replace('’', "'")],
      ['iso-8859-2', 'Zażółć gęślą jaźń'],
      ['windows-1251', 'Её Величество в Нижнем Новгороде'],
      ['koi8-r', 'Съешь ещё этих мягких французских булок'],
      ['iso-8859-7', 'Καλημέρα κόσμε'],
      ['gb18030', '越南政治学校新闻'],
      ['gbk', '学习党的新闻'],
      ['big5', '學校新聞與公告'],
      ['shift_jis', 'ベトナムの学校のお知らせ'],
      ['euc-jp', '学校のお知らせ'],
      ['euc-kr', '정치학교 소식'],
    ];
    for (const [label, text] of rows)
      it(`${label}: ${text}`, async () => {
        const body = encode(rss(text, label), label);
        expect(await title(body)).to.equal(text);
        expect(await title(body, 'text/xml; charset=utf-8')).to.equal(text);
      });
  });

  it('ignores an unknown label', async () => {
    expect(await title(utf8(rss('Trường', 'x-khong-co')), 'text/xml; charset=none')).to.equal('Trường');
  });
});

describe('charset declarations', () => {
  it('prefers the byte order mark to the header (RFC 7303, section 3)', async () => {
    expect(await title(utf16(rss('Trường'), true, true), 'text/xml; charset=utf-8')).to.equal('Trường');
    expect(await title(utf8(`\ufeff${rss('Trường')}`), 'text/xml; charset=utf-16')).to.equal('Trường');
  });

  it('prefers the header to the prolog', async () => {
    expect(await title(latin(rss('\xb3', 'iso-8859-1')), 'text/xml; charset=iso-8859-2')).to.equal('ł');
  });

  it('reads the header’s label with quotes, spaces, in any case', async () => {
    for (const type of [
      'text/xml;charset=ISO-8859-2',
      'text/xml; Charset = "iso-8859-2"',
      "text/xml; charset='iso-8859-2'; x=y",
      'text/xml; x=y; charset=latin2',
    ])
      expect(await title(latin(rss('\xb3')), type), type).to.equal('ł');
  });

  it('reads the prolog’s label with either quotes and with spaces', async () => {
    for (const prolog of [
      "<?xml version='1.0' encoding='iso-8859-2'?>",
      '<?xml version = "1.0" encoding = "ISO-8859-2" standalone="yes"?>',
      '<?xml encoding="iso-8859-2"?>',
    ])
      expect(await title(latin(`${prolog}${rss('\xb3')}`)), prolog).to.equal('ł');
  });

  it('ignores a prolog that wrongly declares UTF-16', async () => {
    expect(await title(utf8(rss('Trường', 'utf-16')))).to.equal('Trường');
  });

  it('ignores a header that wrongly declares UTF-16', async () => {
    expect(await title(utf8(rss('Trường')), 'text/xml; charset=utf-16')).to.equal('Trường');
  });

  it('reads each byte of windows-1252', async () => {
    expect(
      await title(
        latin(rss('\x80\x85\x91\x92\x93\x94\x96\x97\x99\xa9\xe9')),
        'text/xml; charset=windows-1252',
      ),
    ).to.equal('€…‘’“”–—™©é');
  });

  it('reads ISO-8859-1 as windows-1252 (Encoding Standard, section 4.2)', async () => {
    expect(await title(latin(rss('\x93a\x94', 'iso-8859-1')))).to.equal('“a”');
  });

  it('reads vowels, marks, đ, ư, ơ, ₫ of windows-1258', async () => {
    // Tr + ư + ơ + grave + ng; đ at F0, Đ at D0, ₫ at FE.
    expect(
      await title(
        latin(rss('Tr\xfd\xf5\xccng \xf0\xe2\xecu \xd0\xc2\xccu \xfe')),
        'text/xml; charset=windows-1258',
      ),
    ).to.equal('Trường đấu ĐẦU ₫'.replace('ĐẦU', 'ĐẦu'));
  });

  it('returns only composed letters for windows-1258', async () => {
    const found = await title(latin(rss('Vi\xea\xf2t Nam', 'windows-1258')));
    expect(found).to.equal(found.normalize('NFC')).and.equal('Việt Nam');
  });

  it('composes decomposed UTF-8', async () => {
    expect(await title(utf8(rss('Tru\u031bo\u031b\u0300ng Chi\u0301nh tri\u0323')))).to.equal(
      'Trường Chính trị',
    );
  });

  it('composes decomposed references', async () => {
    expect(await title(utf8(rss('Vie&#803;&#770;t')))).to.equal('Việt');
  });

  it('replaces U+00D0 by Đ in titles and texts', async () => {
    const feed = await feedOf(
      utf8(
        '<rss><channel><title>T</title><item><title>\u00d0ại hội, 12/Q\u00d0-TCT</title><description>QUYẾT \u00d0ỊNH</description></item></channel></rss>',
      ),
    );
    expect(feed.items[0]).to.include({ title: 'Đại hội, 12/QĐ-TCT', content_text: 'QUYẾT ĐỊNH' });
  });

  it('replaces U+00D0 by Đ in abbreviations, which have no vowels', async () => {
    expect(
      await title(utf8(rss('H\u00d0ND, BGD\u00d0T, T\u00d0KT, L\u00d0L\u00d0, \u00d0HQG, Q\u00d0-TCT'))),
    ).to.equal('HĐND, BGDĐT, TĐKT, LĐLĐ, ĐHQG, QĐ-TCT');
  });

  it('reads UTF-16 of either byte order, as JSON or XML', async () => {
    for (const little of [true, false])
      expect(await title(utf16(rss('Ủy ban – Đảng'), little, true))).to.equal('Ủy ban – Đảng');
  });

  it('reads UTF-32 of either byte order, with and without mark (XML 1.0, appendix F)', async () => {
    const utf32 = (text: string, little: boolean) => {
      const view = new DataView(new ArrayBuffer(4 * [...text].length));
      for (const [index, letter] of [...text].entries())
        view.setUint32(4 * index, letter.codePointAt(0)!, little);
      return new Uint8Array(view.buffer);
    };
    for (const little of [true, false])
      for (const mark of ['', '\ufeff'])
        expect(await title(utf32(mark + rss('Trường 😀'), little)), `${little} ${mark}`).to.equal(
          'Trường 😀',
        );
    const broken = utf32(rss('abc'), true);
    broken[22 * 4 - 1] = 0xff;
    expect(await title(broken)).to.contain('\ufffd');
  });

  it('reads labels in other spellings', async () => {
    for (const label of ['windows_1258', 'cp1258', 'CP-1258', 'win-1258', '1258', 'ibm-1258'])
      expect(await title(latin(rss('\xf0\xfd', label))), label).to.equal('đư');
    for (const label of ['iso8859-2', 'iso8859_2', 'ISO_8859_2', 'latin-2', 'Latin_2', 'l2'])
      expect(await title(latin(rss('\xb3', label))), label).to.equal('ł');
    expect(await title(latin(rss('\xd2', 'koi8_r')))).to.equal('р');
    expect(await title(latin(rss('\xa4\xb3', 'euc_jp')))).to.equal('こ');
  });

  it('ignores a label that is not an encoding of text', async () => {
    for (const label of [
      'replacement',
      'iso-2022-kr',
      'hz-gb-2312',
      'utf-7',
      'x-user-defined',
      'utf-32',
      ' ',
    ])
      expect(await title(utf8(rss('Truong')), `text/xml; charset=${label}`), label).to.equal('Truong');
  });

  it('replaces a single invalid byte by one character', async () => {
    const body = utf8(rss('Trường Chính trị tỉnh Ninh Bình và các trường trong cụm'));
    const at = 40;
    const broken = Uint8Array.from([...body.subarray(0, at), 0xff, ...body.subarray(at)]);
    expect((await title(broken)).replace('\ufffd', '')).to.equal(
      'Trường Chính trị tỉnh Ninh Bình và các trường trong cụm',
    );
  });

  it('reads JSON as UTF-8 whatever the header declares', async () => {
    expect(
      await title(
        utf8('{"version":"https://jsonfeed.org/version/1.1","title":"Trường","items":[]}'),
        'application/json; charset=iso-8859-1',
      ),
    ).to.equal('Trường');
  });

  it('accepts decoded text', async () => {
    expect((await feedOf(rss('Trường', 'iso-8859-1'), 'text/xml; charset=iso-8859-1')).title).to.equal(
      'Trường',
    );
    expect((await feedOf(`\ufeff${rss('Trường')}`)).title).to.equal('Trường');
  });
});
