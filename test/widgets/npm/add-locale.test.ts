import { expect } from 'chai';
import '../../../widgets/npm/gallery.ts';
import '../../../widgets/npm/latest-news.ts';
import { addLocale, en, vi } from '../../../widgets/npm/locale.ts';
import {
  addElement,
  addNews,
  fakeNetwork,
  feed,
  item,
  json,
  part,
  uniqueUrl,
  waitForState,
} from '../support.ts';

describe('addLocale', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([item('1'), item('2')])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
    addLocale(vi);
    addLocale(en);
  });

  /** Adds news in a language, and resolves with its heading and its button. */
  async function words(lang: string): Promise<(string | null | undefined)[]> {
    const element = addNews({ src: uniqueUrl(), lang, limit: '1' });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return ['heading', 'more'].map((name) => part(element, name)?.textContent);
  }

  it('replaces some texts of a language, and keeps the others', async () => {
    addLocale({ lang: 'vi', news: 'Tin của Cụm' });
    expect(await words('vi')).to.deep.equal(['Tin của Cụm', 'Xem thêm']);
    addLocale({ lang: 'vi', more: 'Đọc tiếp' });
    expect(await words('vi')).to.deep.equal(['Tin của Cụm', 'Đọc tiếp']);
  });

  it('does so for English, whether it is loaded or not', async () => {
    addLocale({ lang: 'en', news: 'News of the cluster' });
    expect(await words('en-GB')).to.deep.equal(['News of the cluster', 'Show more']);
  });

  it('adds a language, in Vietnamese where it has no text, or in one that it spreads', async () => {
    addLocale({ lang: 'fr-CA', news: 'Actualités' });
    expect(await words('fr')).to.deep.equal(['Actualités', 'Xem thêm']);
    addLocale({ ...en, lang: 'de', news: 'Neues' });
    expect(await words('de')).to.deep.equal(['Neues', 'Show more']);
  });

  it('replaces one text of a single widget', async () => {
    addLocale({ lang: 'vi', gallery: { heading: 'Ảnh của Cụm' } });
    const photo = { url: 'https://truong.example/1.jpg', mime_type: 'image/jpeg' };
    net.restore();
    net = fakeNetwork(() => json(feed([item('1', { attachments: [photo] })])));
    const gallery = addElement('tct-gallery', { src: uniqueUrl() });
    await waitForState(gallery, 'ready');
    expect(part(gallery, 'heading')!.textContent).to.equal('Ảnh của Cụm');
    expect(gallery.shadowRoot!.textContent).to.not.include('undefined');
  });

  it('changes the widgets in the page at once, and those that come back', async () => {
    const shown = addNews({ src: uniqueUrl() });
    const removed = addNews({ src: uniqueUrl() });
    await Promise.all([waitForState(shown, 'ready'), waitForState(removed, 'ready')]);
    removed.remove();
    addLocale({ lang: 'vi', news: 'Tin của Cụm' });
    await shown.updateComplete;
    expect(part(shown, 'heading')!.textContent).to.equal('Tin của Cụm');
    document.body.append(removed);
    addLocale({ lang: 'vi', news: 'Tin các trường' });
    await removed.updateComplete;
    expect(part(removed, 'heading')!.textContent).to.equal('Tin các trường');
  });

  it('shows a language that widgets were already waiting for', async () => {
    const element = addNews({ src: uniqueUrl(), lang: 'lo' });
    await waitForState(element, 'ready');
    expect(part(element, 'heading')!.textContent).to.equal('Tin mới');
    addLocale({ lang: 'lo', news: 'ຂ່າວ' });
    await element.updateComplete;
    expect(part(element, 'heading')!.textContent).to.equal('ຂ່າວ');
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('lo');
  });
});
