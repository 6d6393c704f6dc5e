import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { TIME_LIMITS } from '../../../hub/collect/time-budget.ts';
import { GeneratedSite } from '../generated-site.ts';
import { type Hub, NOW, startHub, titles } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;
/** Every source is too slow: its first request alone takes more than this. */
const NO_TIME = { ...TIME_LIMITS, sourceMs: 0 };

describe('slow sources', () => {
  let hub: Hub;
  let fast: GeneratedSite;
  let slow: GeneratedSite;
  beforeEach(async () => {
    hub = await startHub(() => []);
    fast = await new GeneratedSite('A', 3).start();
    slow = await new GeneratedSite('B', 25).start();
  });
  afterEach(() => Promise.all([hub.stop(), fast.stop(), slow.stop()]));

  const run = (now: number, sources: object, timeLimits = TIME_LIMITS) =>
    hub.run(
      now,
      { timeLimits },
      {
        ...hub.configuration,
        schools: [
          { id: 'cham', name: 'Trường B', home: slow.url('/'), ...sources },
          { id: 'nhanh', name: 'Trường A', home: fast.url('/'), news: fast.url('/feed') },
        ],
      },
    );
  const laws = () => ({ documents: slow.url('/laws') });
  const pages = (path = '/list') => ({
    news: { url: slow.url(path), kind: 'page', item: 'li', next: 'a.next', pages: 5 },
  });
  const requested = (path: RegExp) => slow.requests.filter((request) => path.test(request.path)).length;
  const published = async (name = 'schools/cham/news.json') => titles(await hub.feed(name));
  const source = async (school: string) => {
    const { sources } = JSON.parse(await hub.text('status.json')) as {
      sources: { school: string; error?: string; note?: string; last_attempt?: string }[];
    };
    return sources.find((each) => each.school === school)!;
  };

  it('delay no other list: documents’ own pages are fetched after publishing', async () => {
    const seen: boolean[] = [];
    slow.onRequest = ({ path }) => {
      if (path.startsWith('/laws/'))
        seen.push(
          ['news.json', 'documents.json', 'schools/nhanh/news.json', 'schools/cham/documents.json'].every(
            (name) => existsSync(join(hub.out, name)),
          ),
        );
    };
    await run(NOW, laws());
    expect(seen).to.have.length(20);
    expect(seen).to.not.include(false);
    expect((await source('cham')).note).to.equal(undefined);
  });

  it('delay no other list: what the others brought is published meanwhile', async () => {
    await run(NOW, { news: slow.url('/feed') });
    fast.count = 4;
    const isPublished = new Promise<void>((resolve) => {
      const watcher = watch(join(hub.out, 'schools/nhanh'), (_, name) => {
        if (name !== 'news.json') return;
        watcher.close();
        resolve();
      });
    });
    // Answers only when the other school's new post is published.
    slow.onRequest = () => isPublished;
    const { failing } = await run(
      NOW + LATER,
      { news: slow.url('/feed') },
      { ...TIME_LIMITS, publishEveryMs: 50 },
    );
    expect(failing).to.deep.equal([]);
    expect(await published('schools/nhanh/news.json')).to.have.length(4);
    expect((await hub.feed('news.json')).items).to.have.length(29);
  });

  it('have a time for documents’ pages; the others are fetched with the next polls', async () => {
    const { failing } = await run(NOW, laws(), NO_TIME);
    expect(failing).to.deep.equal([]);
    expect(requested(/^\/laws\//)).to.equal(0);
    expect(await published('schools/cham/documents.json')).to.have.length(25);
    expect((await source('cham')).note).to.include('25 văn bản còn lại để lần sau');
    expect(await hub.text('status.html')).to.include('25 văn bản còn lại để lần sau');
    // The list has not changed since.
    await run(NOW + LATER, laws());
    expect(requested(/^\/laws\//)).to.equal(20);
    await run(NOW + 2 * LATER, laws());
    expect(requested(/^\/laws\//)).to.equal(25);
    expect((await source('cham')).note).to.equal(undefined);
  });

  it('keep the posts on pages of a list that there was no time to read', async () => {
    await run(NOW, pages());
    expect(await published()).to.have.length(25);
    slow.count = 26;
    slow.remove('12');
    for (const round of [1, 2, 3]) {
      await run(NOW + round * LATER, pages(), NO_TIME);
      expect(await published()).to.have.length(26);
      expect((await published())[0]).to.include('thứ 26');
      const { error } = await source('cham');
      expect(error).to.match(/trả lời chậm: .* mới đọc được 1 trang/);
    }
    // A 304 would hide that the other pages were not read.
    expect(slow.requests.at(-1)!.headers).to.not.have.property('if-none-match');
    // Read completely, twice without the withdrawn post.
    await run(NOW + 4 * LATER, pages());
    await run(NOW + 5 * LATER, pages());
    expect((await source('cham')).error).to.equal(undefined);
    expect(await published()).to.have.length(25);
  });

  it('keep the posts on unread pages, in their order, when the address of the list has changed', async () => {
    await run(NOW, pages());
    slow.count = 28;
    for (const round of [1, 2, 3]) {
      await run(NOW + round * LATER, pages('/list?muc=tin'), NO_TIME);
      expect((await published()).map((title) => Number(title!.split(' ').at(-1)))).to.deep.equal(
        Array.from({ length: 28 }, (_, index) => 28 - index),
      );
    }
  });

  it('hide a post on an unread page only when two readings of it missed the post', async () => {
    await run(NOW, pages());
    slow.remove('12');
    await run(NOW + LATER, pages());
    for (const round of [2, 3]) {
      await run(NOW + round * LATER, pages(), NO_TIME);
      expect(await published()).to.have.length(25);
    }
    await run(NOW + 4 * LATER, pages());
    expect(await published()).to.have.length(24);
  });

  it('leave the sources that a run does not reach to the next run', async () => {
    const { asked, failing, warnings } = await run(NOW, laws(), { ...TIME_LIMITS, runMs: 0 });
    expect({ asked, failing }).to.deep.equal({ asked: 0, failing: [] });
    expect(warnings.join()).to.include('còn 2 nguồn chưa hỏi');
    expect((await source('nhanh')).last_attempt).to.equal(undefined);
    expect((await run(NOW + 60_000, laws())).asked).to.equal(2);
    expect(await published('schools/nhanh/news.json')).to.have.length(3);
  });
});
