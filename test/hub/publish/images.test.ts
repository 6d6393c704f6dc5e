import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { isHubFeed } from '../../../core/model/is-feed.ts';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { GeneratedSite } from '../generated-site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

describe('copies of images', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub(
      ({ wordpress }) => [
        {
          id: 'wp',
          name: 'Trường A',
          home: wordpress.url('/'),
          news: wordpress.url('/wp-json/wp/v2/posts?_embed&per_page=8'),
          gallery: wordpress.url('/wp-json/wp/v2/media?media_type=image&per_page=8'),
        },
      ],
      { images: true },
    );
  });
  afterEach(() => hub.stop());
  const file = (url: string) => readFile(join(hub.out, url.replace('https://hub.example/', '')));
  const fetched = () => hub.sites.wordpress.requests.filter(({ path }) => /uploads/.test(path)).length;

  it('are made in two widths, published under the hub’s URL, and have sizes', async () => {
    await hub.run(NOW);
    const news = await hub.feed('news.json');

    expect(isHubFeed(news)).to.equal(true);
    const pictured = news.items.filter(({ image }) => image);
    expect(pictured).to.not.have.length(0);
    for (const { image } of pictured.filter(({ image }) => image!.startsWith('https://hub.example/'))) {
      const bytes = await file(image!);
      const { width, format } = await sharp(bytes).metadata();
      expect(format).to.equal('webp');
      expect(width).to.be.at.most(640);
      expect(bytes.length).to.be.below(120_000);
    }
    expect(pictured.some(({ image }) => image!.startsWith('https://hub.example/images/'))).to.equal(true);
    const photos = (await hub.feed('gallery.json')).items.flatMap(({ attachments = [] }) => attachments);
    const copied = photos.filter(({ _tct }) => _tct?.thumbnail?.startsWith('https://hub.example/images/'));
    expect(copied).to.not.have.length(0);
    for (const { url, _tct } of copied) {
      expect(_tct!.width).to.be.greaterThan(0);
      expect(_tct!.height).to.be.greaterThan(0);
      // The site is plain http, the hub's pages are https.
      expect(url.startsWith('https://hub.example/images/')).to.equal(true);
    }
  });

  it('are made once; an image that failed is tried again a day later', async () => {
    await hub.run(NOW);
    const first = fetched();
    expect(first).to.be.greaterThan(3);
    await hub.run(NOW + 3 * HOUR_MS, { force: true });
    expect(fetched()).to.equal(first);
  });

  it('are not used for images that cannot be read', async () => {
    hub.sites.wordpress.setFault({ kind: 'html' }, '/wp-content/uploads');
    await hub.run(NOW);
    for (const { image } of (await hub.feed('news.json')).items)
      if (image) expect(image.startsWith(hub.sites.wordpress.origin)).to.equal(true);
  });

  it('are not tried for every image of a server that is down', async () => {
    hub.sites.wordpress.setFault({ kind: 'reset' }, '/wp-content/uploads');
    await hub.run(NOW);
    expect(fetched()).to.equal(1);
    expect((await hub.feed('news.json')).items).to.not.have.length(0);
    hub.sites.wordpress.setFault(undefined);
    await hub.run(NOW + 3 * HOUR_MS, { force: true });
    expect(fetched()).to.equal(1);
    await hub.run(NOW + 30 * HOUR_MS, { force: true });
    expect(fetched()).to.be.greaterThan(4);
  });

  it('are made again if they are gone, and deleted with the last post that shows them', async () => {
    await hub.run(NOW);
    const first = fetched();
    const copies = async () => (await readdir(join(hub.out, 'images'))).length;
    const count = await copies();
    await rm(join(hub.out, 'images'), { recursive: true });
    await hub.run(NOW + HOUR_MS, { force: true });
    expect(fetched()).to.be.greaterThan(first);
    expect(await copies()).to.equal(count);
    const { schools, ...rest } = hub.configuration as { schools: object[] };
    await hub.run(NOW + 2 * HOUR_MS, {}, { ...rest, schools: [{ ...schools[0], gallery: undefined }] });
    expect(await copies()).to.be.below(count);
  });

  it('are not used when copying is switched off', async () => {
    await hub.run(NOW);
    await hub.run(NOW + HOUR_MS, {}, { ...hub.configuration, images: false });
    for (const { image } of (await hub.feed('news.json')).items)
      if (image) expect(image.startsWith(hub.sites.wordpress.origin)).to.equal(true);
  });

  describe('of a site with hostile pictures', () => {
    let site: GeneratedSite;
    beforeEach(async () => {
      site = await new GeneratedSite('A', 60).start();
    });
    afterEach(() => site.stop());
    const configuration = () => ({
      ...hub.configuration,
      schools: [{ id: 'a', name: 'Trường A', home: site.url('/'), news: site.url('/feed') }],
    });
    const images = async () => {
      const { items } = await hub.feed('schools/a/news.json');
      return items.flatMap(({ image }) => image ?? []).reverse();
    };

    it('are copied after the lists are published, which then show them', async () => {
      const atRequest: string[] = [];
      site.onRequest = async ({ path }) => {
        if (!path.endsWith('.jpg')) return;
        atRequest.push(...(await images()));
        // If the run were killed now, the feed would not have to be fetched again.
        expect(await readFile(join(hub.state, 'hub.json'), 'utf8')).to.include('"etag":"\\"60\\""');
      };
      await hub.run(NOW, {}, configuration());
      expect(atRequest).to.deep.equal(Array(5).fill(site.url('/hoi-giang.jpg')));
      for (const image of await images()) expect(image).to.match(/^https:\/\/hub\.example\/images\//);
    });

    it('cost only themselves, and are tried again a day later', async () => {
      const fixture = new URL('../../fixtures/images/flat-50-megapixels.avif', import.meta.url);
      site.files.set('/bom.jpg', await readFile(fixture));
      site.files.set(
        '/ve.jpg',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      );
      site.pictures = ['/hoi-giang.jpg', '/bom.jpg', '/hoi-giang.jpg', '/ve.jpg'];
      const tries = () => site.requests.filter(({ path }) => path === '/bom.jpg').length;
      const { failing, warnings } = await hub.run(NOW, {}, configuration());
      expect({ failing, warnings }).to.deep.equal({ failing: [], warnings: [] });
      const found = await images();
      expect(found.filter((url) => url.startsWith('https://hub.example/'))).to.have.length(3);
      expect(found.filter((url) => url.startsWith(site.origin))).to.deep.equal([
        site.url('/bom.jpg'),
        site.url('/ve.jpg'),
      ]);
      await hub.run(NOW + 3 * HOUR_MS, { force: true }, configuration());
      expect(tries()).to.equal(1);
      await hub.run(NOW + 30 * HOUR_MS, { force: true }, configuration());
      expect(tries()).to.equal(2);
    });
  });
});
