import { expect } from 'chai';
import { openPage, part, titles, waitForState } from '../support.ts';

const DATA = '/test/widgets/news.json';
const SCRIPT = '<script src="/dist/embed/tct.js"></script>';

/** Resolves when a condition holds, tried at every change of the document. */
function changed(document: Document, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    check();
  });
}

/** Opens a page that the parser gets in pieces, each after the loader has handled those before. */
async function openInPieces(pieces: string[]): Promise<Document> {
  const page = document.createElement('iframe');
  document.body.append(page);
  const { contentDocument: written, contentWindow } = page;
  written!.open();
  const loaded = new Promise((resolve) => Object.assign(contentWindow!, { loaded: resolve }));
  written!.write(
    '<!doctype html><title>Trang</title><body><script src="/dist/embed/tct.js" onload="loaded()"></script>',
  );
  await loaded;
  for (const piece of pieces) {
    written!.write(piece);
    await changed(written!, () => {
      const div = written!.querySelector('div');
      return !div || [...div.childNodes].every(({ nodeName }) => nodeName.startsWith('TCT-'));
    });
  }
  written!.close();
  return written!;
}

describe('a div with data-tct that changes', () => {
  afterEach(() => document.body.replaceChildren());

  it('gives the widget what the parser adds to it later', async () => {
    const document = await openInPieces([
      '<p>Trước</p><div data-tct="gallery" data-loading="eager"><a href="/1.jpg"><img alt="1" src="/1.jpg"></a>',
      '<p>Ảnh <b>lễ',
      ' khai giảng</b></p>',
      'chữ trần <a href="/2.jpg"><img alt="2" src="/2.jpg"></a>',
      '<ul><li><a href="/3.jpg"><img alt="3" src="/3.jpg"></a>',
      '<li><a href="/4.jpg"><img alt="4" src="/4.jpg"></a></ul></div><p>Sau</p>',
    ]);
    const div = document.querySelector('div')!;
    expect([...div.childNodes].map(({ nodeName }) => nodeName)).to.deep.equal(['TCT-GALLERY']);
    expect([...div.querySelectorAll('img')].map(({ alt }) => alt)).to.deep.equal(['1', '2', '3', '4']);
    expect(div.textContent).to.contain('lễ khai giảng').and.to.contain('chữ trần');
    expect([...document.body.children].map(({ localName }) => localName)).to.deep.equal([
      'script',
      'p',
      'div',
      'p',
    ]);
  });

  it('gives the widget what a script adds to it later', async () => {
    const { document } = await openPage(`${SCRIPT}<div data-tct="latest-news" data-src="${DATA}"></div>`);
    const div = document.querySelector('div')!;
    div.insertAdjacentHTML('beforeend', '<a href="/tin">Tin</a>');
    await changed(document, () => div.lastChild!.nodeName === 'TCT-LATEST-NEWS');
    expect(div.querySelector('tct-latest-news > a')!.textContent).to.equal('Tin');
  });

  it('passes on attributes that are changed, added and removed', async () => {
    const { document } = await openPage(
      `${SCRIPT}<div data-tct="latest-news" data-src="${DATA}" data-limit="1" data-heading="Tin" data-loading="eager"></div>`,
    );
    const div = document.querySelector('div')!;
    const element = div.querySelector('tct-latest-news')!;
    await waitForState(element, 'ready');
    div.dataset.limit = '2';
    div.dataset.search = '';
    delete div.dataset.heading;
    div.dataset.onclick = 'document.title="x"';
    await changed(document, () => !element.hasAttribute('heading'));
    expect([element.getAttribute('limit'), element.getAttribute('search')]).to.deep.equal(['2', '']);
    expect(element.getAttributeNames()).to.not.include('onclick');
    await element.updateComplete;
    expect(titles(element)).to.have.length(2);
    expect(part(element, 'heading')!.textContent).to.equal('Tin mới');
  });
});
