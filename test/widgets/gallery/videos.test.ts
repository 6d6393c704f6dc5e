import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { addElement, fakeNetwork, feed, item, json, part, waitForState } from '../support.ts';
import {
  album,
  closeLightbox,
  LANDSCAPE,
  links,
  openPhoto,
  picture,
  pictures,
  readyGallery,
  THUMBNAIL,
  until,
} from './support.ts';

const FILM = { url: 'https://truong.example/phim.mp4', mime_type: 'video/mp4' };
const WORDS = 'Video – xem trên trang của trường';

describe('videos in tct-gallery', () => {
  let net: ReturnType<typeof fakeNetwork>;
  afterEach(async () => {
    for (const element of document.querySelectorAll('tct-gallery')) await closeLightbox(element);
    net.restore();
    document.body.replaceChildren();
  });
  const show = (items: Item[], attributes: Record<string, string> = {}) => {
    net = fakeNetwork(() => json(feed(items)));
    return readyGallery(attributes);
  };

  it('are left out of albums that have photos', async () => {
    const attachments = [FILM, ...album().attachments!, picture('https://www.youtube.com/embed/a1')];
    const element = await show([album('1', { attachments })], { captions: '' });
    expect(links(element)).to.have.length(4);
    expect(part(element, 'list')!.textContent).to.not.contain('Video');
  });

  for (const [name, more] of [
    ['a file of that type', { attachments: [FILM] }],
    ['a file of unknown type', { attachments: [{ ...FILM, mime_type: 'application/octet-stream' }] }],
    ['a film declared as an image', { attachments: [picture(`${FILM.url}?x=1`)] }],
    ['an embedded video', { attachments: [picture('https://www.youtube-nocookie.com/embed/a1')] }],
    ['a short link', { attachments: [picture('https://youtu.be/a1')] }],
    ['a video site’s page', { external_url: undefined, url: 'https://www.youtube.com/watch?v=a1' }],
  ] as [string, Partial<Item>][])
    it(`link to their page where a post has only ${name}`, async () => {
      const element = await show([item('1', { title: 'Hội thi', image: THUMBNAIL, ...more })], {
        target: '_blank',
      });
      const [link] = links(element);
      expect(link!.href).to.equal(more.url ?? 'https://truong.example/1');
      expect([link!.target, link!.rel]).to.deep.equal(['_blank', 'noopener']);
      expect(link!.textContent).to.equal(`${WORDS} (mở trong cửa sổ mới)`);
      expect(pictures(element).map(({ alt, src }) => [alt, src])).to.deep.equal([['Hội thi', THUMBNAIL]]);
    });

  it('have their title in the place of a missing picture, and link to the file without a page', async () => {
    const element = await show([item('1', { title: 'Hội thi', url: undefined, attachments: [FILM] })]);
    const [link] = links(element);
    expect(link!.href).to.equal(FILM.url);
    expect(link!.textContent).to.equal(`Hội thi${WORDS}`);
    expect(pictures(element)).to.have.length(0);
  });

  it('are album covers that link to their page', async () => {
    const element = await show([item('1', { title: 'Hội thi', image: THUMBNAIL, attachments: [FILM] })], {
      layout: 'albums',
    });
    expect(links(element)[0]!.href).to.equal('https://truong.example/1');
    expect(links(element)[0]!.textContent).to.equal(`${WORDS}Hội thi`);
  });

  it('are not in the lightbox, and fire tct-select without a photo', async () => {
    const element = await show([item('1', { image: THUMBNAIL, attachments: [FILM] }), album('2')]);
    const details: unknown[] = [];
    element.addEventListener('tct-select', (event) => {
      const { item: chosen, photo } = (event as CustomEvent).detail;
      details.push([chosen.id, !!photo]);
      if (!photo) event.preventDefault();
    });
    links(element)[0]!.click();
    const dialog = await openPhoto(element, 1);
    expect(details).to.deep.equal([
      ['1', false],
      ['2', true],
    ]);
    expect(dialog.querySelector('.bar [aria-hidden]')!.textContent).to.equal('1 / 4');
  });

  it('inside the tag are links beside the photos', async () => {
    net = fakeNetwork(() => json(feed([])));
    const element = addElement(
      'tct-gallery',
      {},
      `<a href="https://www.youtube.com/watch?v=a1"><img src="${THUMBNAIL}" alt="Hội thi"></a><a href="${LANDSCAPE}"><img src="${THUMBNAIL}" alt="Đoàn"></a>`,
    );
    await waitForState(element, 'ready');
    await until(element.shadowRoot!, () => links(element).length === 2);
    expect(links(element).map(({ href, textContent }) => [href, textContent])).to.deep.equal([
      [LANDSCAPE, ''],
      ['https://www.youtube.com/watch?v=a1', WORDS],
    ]);
  });
});
