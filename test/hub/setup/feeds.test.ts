import { expect } from 'chai';
import type { Feed } from '../../../core/model/feed.ts';
import { readFeed } from '../../../core/read/read-feed.ts';
import { HttpSession } from '../../../hub/http/session.ts';
import { ShownFeeds } from '../../../hub/setup/feeds.ts';
import { ShownImages } from '../../../hub/setup/images.ts';
import { StaticSite } from '../discover/static-site.ts';

const options = { userAgent: 'test', spacingMs: 0 };
const { signal } = new AbortController();

describe('the feeds on the console', () => {
  let site: StaticSite;
  let images: ShownImages;
  let feeds: ShownFeeds;
  beforeEach(async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('…')]);
    site = new (class extends StaticSite {
      protected override answer(...request: Parameters<StaticSite['answer']>) {
        const { path } = request[2];
        return path.endsWith('.png') ? { body: png } : super.answer(...request);
      }
    })({ '/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', '/anh.jpg': 'không phải ảnh' });
    await site.start();
    images = new ShownImages(options, new HttpSession());
    feeds = new ShownFeeds(images);
  });
  afterEach(() => site.stop());

  const feedOf = (...pictures: string[]): Feed => ({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Tin',
    next_url: site.url('/trang-2'),
    icon: site.url('/bieu-tuong.png'),
    items: pictures.map((picture, index) => ({
      id: `bai-${index}`,
      title: `Bài ${index}`,
      url: site.url(`/bai-${index}`),
      content_text: '',
      image: site.url(picture),
      attachments: [
        { url: site.url(picture), mime_type: 'image/png', _tct: { thumbnail: site.url('/nho.png') } },
        { url: site.url('/tep.pdf'), mime_type: 'application/pdf' },
      ],
    })),
    _tct: { approximate: ['bai-0'] },
  });
  const school = { id: 'nb', name: 'Trường Ninh Bình', home: 'http://truong.example/' };
  const shown = (path: string) => JSON.parse(feeds.get(idOf(path))!) as Feed;
  const idOf = (path: string) => /^\/feeds\/([\w-]{36})\.json$/.exec(path)![1]!;
  const fetchImage = (path = '') => images.fetch(path.replace('/images/', ''), signal);

  it('are as the hub would publish them, without anything that a browser would get from the site', async () => {
    const path = feeds.add(feedOf('/anh.png'), { school, reachable: [site.origin] });
    const json = feeds.get(idOf(path))!;
    const { items, _tct } = await readFeed(json, { url: `http://127.0.0.1:1${path}` });
    expect(items[0]).to.deep.include({ title: 'Bài 0', _tct: { school: 'nb' }, url: site.url('/bai-0') });
    expect(items[0]!.attachments![1]!.url).to.equal(site.url('/tep.pdf'));
    expect(_tct).to.deep.equal({ schools: { nb: { name: school.name, home: school.home } } });
    const loaded = json.match(/"(?:image|banner_image|thumbnail|next_url|icon)":"[^"]*"/g)!;
    for (const each of loaded) expect(each).to.match(/"\/images\/[\w-]{36}"$/);
    expect(site.requests).to.have.length(0);
  });

  it('have their pictures fetched once they are shown', async () => {
    const { items } = shown(feeds.add(feedOf('/anh.png'), { reachable: [site.origin] }));
    const image = await fetchImage(items[0]!.image);
    expect(image).to.include({ type: 'image/png' });
    expect(site.asked).to.deep.equal(['/anh.png']);
    expect(items[0]!.attachments![0]!.url).to.equal(items[0]!.image);
  });

  it('show nothing but raster images', async () => {
    const { items } = shown(
      feeds.add(feedOf('/anh.svg', '/anh.jpg', '/thieu.jpg'), { reachable: [site.origin] }),
    );
    for (const { image } of items) expect(await fetchImage(image)).to.equal(undefined);
    expect(site.asked).to.have.length(3);
  });

  it('do not lead to private addresses', async () => {
    const { items } = shown(feeds.add(feedOf('/anh.png'), { reachable: ['https://truong.example/'] }));
    expect(await fetchImage(items[0]!.image)).to.equal(undefined);
    expect(site.requests).to.have.length(0);
  });

  it('cannot be guessed, and the oldest are forgotten', async () => {
    const first = feeds.add(feedOf('/anh.png'), { reachable: [] });
    expect(feeds.get('1')).to.equal(undefined);
    expect(await images.fetch('1', signal)).to.equal(undefined);
    const paths = new Set(Array.from({ length: 300 }, () => feeds.add(feedOf(), { reachable: [] })));
    expect(paths.size).to.equal(300);
    expect(feeds.get(idOf(first))).to.equal(undefined);
  });
});
