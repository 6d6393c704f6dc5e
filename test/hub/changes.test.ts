import { expect } from 'chai';
import { HOUR, type Hub, NOW, startHub, titles } from './hub.ts';

/** Longer than any source's wait, so that every run asks. */
const LATER = 30 * HOUR;

describe('what becomes of posts', () => {
  let hub: Hub;
  let now: number;
  const run = () => {
    now += LATER;
    return hub.run(now);
  };
  const list = () => hub.feed('schools/jo/news.json');

  beforeEach(async () => {
    now = NOW - LATER;
    hub = await startHub(({ joomla }) => [
      {
        id: 'jo',
        name: 'Trường D',
        home: joomla.url('/'),
        news: joomla.url('/tin-tuc?format=feed&type=rss'),
      },
    ]);
    await run();
  });
  afterEach(() => hub.stop());

  it('shows a new post first, and an edited one once', async () => {
    const post = hub.sites.joomla.publish({
      title: 'Tin vừa đăng',
      summary: 'Nội dung',
      published: now + HOUR,
    });
    expect((await run()).added).to.equal(1);
    expect(titles(await list())[0]).to.equal('Tin vừa đăng');
    const before = (await list()).items.length;
    hub.sites.joomla.edit(post.id, { title: 'Tin vừa sửa' });
    expect((await run()).added).to.equal(0);
    const after = await list();
    expect(titles(after)[0]).to.equal('Tin vừa sửa');
    expect(after.items).to.have.length(before);
  });

  it('hides a post that was withdrawn from the middle after two polls, not after one', async () => {
    const first = hub.sites.joomla.publish({ title: 'Bị rút', summary: '', published: now + HOUR });
    await run();
    hub.sites.joomla.remove(first.id);
    await run();
    expect(titles(await list())).to.include('Bị rút');
    await run();
    expect(titles(await list())).to.not.include('Bị rút');
    expect(titles(await hub.feed('news.json'))).to.not.include('Bị rút');
  });

  it('shows a post that came back before it was hidden, and one that came back after', async () => {
    const post = hub.sites.joomla.publish({ title: 'Đi rồi về', summary: '', published: now + HOUR });
    await run();
    for (const polls of [1, 3]) {
      hub.sites.joomla.remove(post.id);
      for (let poll = 0; poll < polls; poll++) await run();
      expect(titles(await list()).includes('Đi rồi về'), `after ${polls} polls`).to.equal(polls < 2);
      hub.sites.joomla.restore(post.id);
      expect((await run()).added).to.equal(0);
      expect(titles(await list())[0]).to.equal('Đi rồi về');
    }
  });

  it('keeps what is pushed off the end of the list', async () => {
    const oldest = titles(await list()).at(-1)!;
    for (let index = 0; index < 80; index++)
      hub.sites.joomla.publish({
        title: `Tin số ${index}`,
        summary: '',
        published: now + HOUR + index * 60_000,
      });
    await run();
    await run();
    await run();
    const seen = new Set<string | undefined>();
    let name: string | undefined = 'schools/jo/news.json';
    while (name) {
      const page = await hub.feed(name);
      for (const title of titles(page)) seen.add(title);
      name = page.next_url?.replace('https://hub.example/', '');
    }
    expect(seen.has(oldest), oldest).to.equal(true);
    for (let index = 0; index < 80; index++) expect(seen.has(`Tin số ${index}`)).to.equal(true);
  });

  it('leaves a full archive page as it is when posts are added', async () => {
    for (let index = 0; index < 80; index++)
      hub.sites.joomla.publish({
        title: `Tin số ${index}`,
        summary: '',
        published: now + HOUR + index * 60_000,
      });
    await run();
    const page = await hub.text('schools/jo/news-1.json');
    expect(JSON.parse(page).items).to.have.length(50);
    hub.sites.joomla.publish({ title: 'Thêm nữa', summary: '', published: now + HOUR });
    await run();
    expect(await hub.text('schools/jo/news-1.json')).to.equal(page);
    expect(titles(await list())[0]).to.equal('Thêm nữa');
  });

  for (const fault of [
    { kind: 'html', title: 'Trang chủ' },
    { kind: 'reset' },
    { kind: 'truncate' },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 404 },
  ] as const) {
    it(`keeps the last good list when the source breaks: ${JSON.stringify(fault)}`, async () => {
      const before = await hub.text('schools/jo/news.json');
      hub.sites.joomla.setFault(fault);
      for (let times = 0; times < 3; times++) await run();
      expect(await hub.text('schools/jo/news.json')).to.equal(before);
      const [status] = JSON.parse(await hub.text('status.json')).sources;
      if (fault.kind !== 'truncate') {
        expect(status.failures).to.equal(3);
        expect(status.error).to.be.a('string').that.has.length.greaterThan(20);
        expect(await hub.text('status.html')).to.include('1 trong 1 nguồn đang lỗi');
      }
      hub.sites.joomla.setFault(undefined);
      await run();
      expect(JSON.parse(await hub.text('status.json')).sources[0]).to.not.have.property('error');
      expect(await hub.text('schools/jo/news.json')).to.equal(before);
    });
  }

  it('lets a dead source hold up nobody else', async () => {
    await hub.stop();
    hub = await startHub();
    hub.sites.wordpress.setFault({ kind: 'timeout' });
    const { failing } = await hub.run(NOW);
    expect(failing).to.have.length(2);
    expect((await hub.feed('schools/nv/news.json')).items).to.not.have.length(0);
    const { sources } = JSON.parse(await hub.text('status.json'));
    expect(sources.find(({ school }: { school: string }) => school === 'wp').error).to.include(
      'không trả lời',
    );
  });
});
