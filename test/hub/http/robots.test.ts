import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { Site } from '../../sites/site.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** A site of two list pages, with a robots.txt of its own. */
class Listing extends Site {
  robots?: { status: number; body: string };
  next = '/tin?trang=2';

  protected answer(path: string, query: URLSearchParams) {
    if (path === '/robots.txt') return this.robots;
    const page = query.get('trang') ?? '1';
    const items = ['một', 'hai'].map(
      (name) => `<li class=tin><a href="/tin/${page}-${name}">Bài số ${name} của trang ${page}</a></li>`,
    );
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    return {
      headers,
      body: `<ul>${items.join('')}</ul>${page === '1' ? `<a rel=next href="${this.next}">2</a>` : ''}`,
    };
  }
}

describe('robots.txt', () => {
  let site: Listing;
  let hub: Hub;
  beforeEach(async () => {
    site = await new Listing().start();
    hub = await startHub(() => [
      {
        id: 'ph',
        name: 'Trường',
        home: site.url('/'),
        news: { url: site.url('/tin'), kind: 'page', item: '.tin', pages: 3 },
      },
    ]);
  });
  afterEach(async () => {
    await site.stop();
    await hub.stop();
  });
  const error = async () => JSON.parse(await hub.text('status.json')).sources[0].error as string | undefined;
  const requested = () => site.requests.map(({ path }) => path);

  it('is fetched once a day; lists are read page by page', async () => {
    await hub.run(NOW);
    expect(titles(await hub.feed('news.json'))).to.have.length(4);
    expect(requested()).to.deep.equal(['/robots.txt', '/tin', '/tin?trang=2']);
    await hub.run(NOW + 3 * HOUR_MS);
    expect(requested().filter((path) => path === '/robots.txt')).to.have.length(1);
    await hub.run(NOW + 30 * HOUR_MS);
    expect(requested().filter((path) => path === '/robots.txt')).to.have.length(2);
  });

  it('keeps the hub from disallowed pages, which the status reports', async () => {
    site.robots = { status: 200, body: 'User-agent: *\nDisallow: /tin' };
    const { failing } = await hub.run(NOW);
    expect(failing).to.deep.equal(['ph · Tin']);
    expect(requested()).to.deep.equal(['/robots.txt']);
    expect(await error()).to.include('robots.txt của trang yêu cầu không đọc');
  });

  it('keeps the old list if a further page is disallowed; so does a page on another site', async () => {
    await hub.run(NOW);
    const before = await hub.text('news.json');
    site.robots = { status: 200, body: 'User-agent: *\nDisallow: /tin?trang=' };
    await hub.run(NOW + 30 * HOUR_MS);
    expect(await error()).to.match(/trang 2 của danh sách .*robots\.txt/);
    expect(requested().filter((path) => path.startsWith('/tin?'))).to.have.length(1);
    site.robots = undefined;
    site.next = 'https://khac.example/tin';
    await hub.run(NOW + 90 * HOUR_MS);
    expect(await error()).to.include('một trang web khác');
    expect(await hub.text('news.json')).to.equal(before);
  });

  it('must be available before pages are read, unless it is cached', async () => {
    site.robots = { status: 503, body: '' };
    await hub.run(NOW);
    expect(requested()).to.deep.equal(['/robots.txt']);
    expect(await error()).to.match(/Chưa đọc được robots\.txt .*503/);
    site.robots = { status: 200, body: '' };
    await hub.run(NOW + 30 * HOUR_MS);
    expect(await error()).to.equal(undefined);
    site.robots = { status: 503, body: '' };
    await hub.run(NOW + 90 * HOUR_MS);
    expect(await error()).to.equal(undefined);
  });

  it('has at most a bounded number of wildcards, which take time to match', async () => {
    const bomb = `Disallow: /${'*a'.repeat(200)}*b\n`.repeat(1000);
    site.robots = { status: 200, body: `User-agent: *\nDisallow: /kin\n${bomb}Disallow: /tin?trang=2` };
    await hub.run(NOW);
    const { robots } = JSON.parse(await readFile(join(hub.state, 'hub.json'), 'utf8'));
    const { text } = robots[site.origin];
    expect(text.split('*').length).to.be.lessThan(3000);
    // The rules around them still hold.
    expect(text).to.include('Disallow: /kin\n');
    expect(await error()).to.match(/trang 2 của danh sách .*robots\.txt/);
  });

  it('disallows nothing if it is an HTML page', async () => {
    site.robots = { status: 200, body: '<!doctype html><p>Disallow: /</p>' };
    expect((await hub.run(NOW)).failing).to.deep.equal([]);
  });
});
