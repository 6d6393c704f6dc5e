import { expect } from 'chai';
import { parseDocument } from 'htmlparser2';
import type { Item } from '../../../core/model/feed.ts';
import { htmlFragment } from '../../../hub/publish/html-list.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

const SCHOOLS = new Map([['a', 'Trường Chính trị tỉnh A']]);
const item = (more: Partial<Item>): Item => ({ id: 'a:1', content_text: '', _tct: { school: 'a' }, ...more });

/** The text and the tags with their attributes, in their order. */
function contents(html: string): { text: string; tags: [string, Record<string, string>][] } {
  const tags: [string, Record<string, string>][] = [];
  let text = '';
  const visit = (nodes: ReturnType<typeof parseDocument>['children']) => {
    for (const node of nodes) {
      if (node.type === 'text') text += node.data;
      if ('attribs' in node) tags.push([node.name, node.attribs]);
      if ('children' in node) visit(node.children);
    }
  };
  visit(parseDocument(html).children);
  return { text, tags };
}

describe('a fragment of links', () => {
  it('has links with school and date in an including page of any encoding', () => {
    const post = item({
      title: 'Nghị quyết “Đổi mới” 𝒯',
      url: 'https://a.example/tin?a=1&b=2',
      date_published: '2026-11-23T07:15:00+07:00',
      _tct: { school: 'a', precision: 'minute' },
    });
    const html = htmlFragment([post], 'news', SCHOOLS);
    expect(html).to.match(/^[\n -~]*$/);
    for (const encoding of ['windows-1252', 'windows-1258', 'utf-8', 'shift_jis']) {
      const page = new TextDecoder(encoding).decode(Buffer.from(html));
      const { text, tags } = contents(page);
      expect(text.trim(), encoding).to.equal(
        'Nghị quyết “Đổi mới” 𝒯 Trường Chính trị tỉnh A · 23/11/2026 07:15',
      );
      expect(tags.find(([name]) => name === 'a')![1].href).to.equal(post.url);
    }
  });

  it('shows no time that the source does not know', () => {
    for (const precision of ['day', 'hour'] as const) {
      const post = item({
        title: 'Tin',
        date_published: '2026-11-23T00:00:00+07:00',
        _tct: { school: 'a', precision },
      });
      const html = htmlFragment([post], 'news', SCHOOLS);
      expect(html).to.include('datetime="2026-11-23">23/11/2026<');
    }
  });

  it('holds no script, style, or tag of a source', () => {
    const hostile = '"><script>alert(1)</script><!--#exec cmd="ls" --><?php x(); ?>\0\x07\ud800';
    const items = [
      item({
        title: hostile,
        url: 'javascript:alert(1)',
        image: 'javascript:alert(1)',
        attachments: [
          {
            url: 'https://a.example/"onerror=alert(1).jpg',
            mime_type: 'image/jpeg',
            _tct: { alt: hostile, thumbnail: 'data:x' },
          },
        ],
      }),
    ];
    const html = htmlFragment(items, 'gallery', new Map([['a', hostile]]));
    const { tags, text } = contents(html);
    expect(tags.map(([name]) => name)).to.deep.equal(['ul', 'li', 'a', 'img', 'small', 'span']);
    for (const [, attributes] of tags)
      for (const name of Object.keys(attributes)) expect(name).to.not.match(/^on|style/);
    expect(html).to.not.match(/<[!?]|javascript:|data:/);
    expect(text).to.include('<script>alert(1)</script>');
  });

  it('has the photos of albums, small, lazy, with their height and text', () => {
    const photo = (title: string, alt: string, size: object = {}) =>
      item({
        title,
        attachments: [{ url: 'https://a.example/1.jpg', mime_type: 'image/jpeg', _tct: { alt, ...size } }],
      });
    const albums = [
      photo('Hội thảo', 'Toàn cảnh hội thảo', { width: 1200, height: 800 }),
      photo('Khai giảng', 'Khai giảng'),
    ];
    const images = contents(htmlFragment(albums, 'gallery', SCHOOLS)).tags.filter(([name]) => name === 'img');
    expect(images.map(([, { width, height, alt, loading }]) => [width, height, alt, loading])).to.deep.equal([
      ['160', '107', 'Toàn cảnh hội thảo', 'lazy'],
      ['160', undefined, '', 'lazy'],
    ]);
    expect(htmlFragment(albums, 'news', SCHOOLS)).to.not.include('<img');
  });

  it('says so when there is nothing yet', () => {
    expect(contents(htmlFragment([], 'news', SCHOOLS)).text.trim()).to.equal('Chưa có bài nào.');
  });
});

describe('the fragments that a hub publishes', () => {
  let hub: Hub;
  before(async () => {
    hub = await startHub();
    await hub.run(NOW);
  });
  after(() => hub.stop());

  for (const list of ['news', 'documents', 'schools/wp/news'])
    it(`${list}.html links to the newest posts of the list`, async () => {
      const { items } = await hub.feed(`${list}.json`);
      const html = await hub.text(`${list}.html`);
      expect(html).to.match(/^<ul class="tct-links .*<\/ul>\n$/s);
      const links = contents(html).tags.filter(([name]) => name === 'a');
      expect(links.map(([, { href }]) => href)).to.deep.equal(items.slice(0, 10).map(({ url }) => url));
    });
});
