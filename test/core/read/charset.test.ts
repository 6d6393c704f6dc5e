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
  it('UTF-8 with and without mark, whatever is declared', async () => {
    expect(await title(utf8(rss('Trường')))).to.equal('Trường');
    expect(await title(utf8(`\ufeff${rss('Trường')}`))).to.equal('Trường');
    expect(await title(utf8(rss('Trường', 'ISO-8859-1')), 'text/xml; charset=windows-1252')).to.equal(
      'Trường',
    );
  });

  it('UTF-16 by its mark or its zeros', async () => {
    for (const little of [true, false])
      for (const mark of [true, false])
        expect(await title(utf16(rss('Trường', 'utf-16'), little, mark))).to.equal('Trường');
  });

  it('windows-1252 and ISO-8859-x by header, then by prolog', async () => {
    expect(await title(latin(rss('Caf\xe9 \x96')), 'text/xml; charset=windows-1252')).to.equal('Café –');
    expect(await title(latin(rss('Caf\xe9', 'iso-8859-1')))).to.equal('Café');
    expect(await title(latin(rss('\xb1', 'iso-8859-2')))).to.equal('ą');
    expect(await title(latin(rss('\xb1', 'iso-8859-15')), 'text/xml; charset="iso-8859-2"')).to.equal('ą');
  });

  it('windows-1258 is composed', async () => {
    // ê, then the acute as a mark of its own; Ð is Đ at 0xD0.
    expect(await title(latin(rss('Ti\xea\xecng Vi\xea\xf2t, \xd0\xe2\xcc\x64', 'windows-1258')))).to.match(
      /^Tiếng Vi.*, Đ/,
    );
  });

  it('what is declared UTF-8 and is not, is read as the other declaration or as windows-1252', async () => {
    expect(await title(latin(rss('\xe9\xe8\xe0\xf4\xfb', 'iso-8859-1')), 'text/xml; charset=utf-8')).to.equal(
      'éèàôû',
    );
    expect(await title(latin(rss('\xe9\xe8\xe0\xf4\xfb', 'utf-8')))).to.equal('éèàôû');
  });

  it('UTF-8 with a letter cut in two stays UTF-8', async () => {
    const body = utf8(rss('Trường Chính trị tỉnh, chính trị'));
    const cut = Uint8Array.from([...body.subarray(0, 60), 0xc3, ...body.subarray(60)]);
    expect(await title(cut)).to.contain('Trường Chính trị');
  });

  it('an unknown label is passed over', async () => {
    expect(await title(utf8(rss('Trường', 'x-khong-co')), 'text/xml; charset=none')).to.equal('Trường');
  });
});
