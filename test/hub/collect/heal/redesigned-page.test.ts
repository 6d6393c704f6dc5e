import { expect } from 'chai';
import { HOUR_MS } from '../../../../core/time/duration.ts';
import { down, listOf, testPosts, type WrittenSite } from '../../changing-site.ts';
import { ChangingSchool, feedLink, LATER } from './changing-school.ts';

describe('a source that has nothing any more', () => {
  let school: ChangingSchool;
  let site: WrittenSite;

  beforeEach(async () => {
    school = await new ChangingSchool().open();
    ({ site } = school);
  });
  afterEach(() => school.stop());

  describe('since its page was redesigned', () => {
    const page = () => ({ news: { url: site.url('/tin'), kind: 'page', item: '.tin-cu' } });
    beforeEach(async () => {
      site.html('/tin', listOf(testPosts(down(20, 11)), 'tin-cu'));
      await school.startHub(page());
    });

    it('is read by the list that is guessed on it, at once and from then on', async () => {
      const before = await school.ids();
      expect(before.size).to.equal(10);
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      site.requested();
      const { failing, added, warnings } = await school.run();
      expect({ failing, added }).to.deep.equal({ failing: [], added: 1 });
      expect(site.requested()).to.deep.equal(['/tin']);
      expect(warnings.join()).to.include('đã tự chuyển sang');
      await school.expectSame(before);
      const { adopted } = await school.status();
      expect(adopted).to.deep.equal({
        url: site.url('/tin'),
        kind: 'page',
        since: '2026-11-24T14:00:00+07:00',
        config: `"news": {"url":"${site.url('/tin')}","kind":"page","item":"div.the-tin"}`,
      });
      const html = await school.hub.text('status.html');
      expect(html).to.include('Từ 14:00 24/11/2026, trạm tự đọc').and.include('div.the-tin');

      site.html('/tin', `<main>${listOf(testPosts(down(22, 13)), 'the-tin')}</main>`);
      expect(await school.run()).to.deep.include({ failing: [], added: 1 });
      await school.expectSame(before);
    });

    it('is followed through another redesign', async () => {
      const before = await school.ids();
      for (const [round, name] of ['the-tin', 'muc-tin', 'bai-viet'].entries()) {
        site.html('/tin', `<main>${listOf(testPosts(down(21 + round, 12 + round)), name)}</main>`);
        expect(await school.run(), name).to.deep.include({ failing: [], added: 1 });
        expect((await school.status()).adopted.config).to.include(name);
      }
      await school.expectSame(before);
    });

    it('keeps its dates where the new list has none', async () => {
      const dates = (await school.list()).items.map(({ date_published }) => date_published);
      const undated = listOf(testPosts(down(20, 11)), 'the-tin').replace(/<span>.*?<\/span>/g, '');
      site.html('/tin', `<main>${undated}</main>`);
      for (let polls = 0; polls < 2; polls++) {
        await school.run();
        expect((await school.list()).items.map(({ date_published }) => date_published)).to.deep.equal(dates);
      }
    });

    it('is left as it is with "heal": false, wherever that stands', async () => {
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      const { news } = page();
      const off: [more: object, cluster?: object][] = [
        [{ news: { ...news, heal: false } }],
        [{ news, heal: false }],
        [{ news }, { heal: false }],
        [{ news: { ...news, heal: false }, heal: true }],
      ];
      for (const [more, cluster] of off) {
        const { failing } = await school.run(school.configured(more, cluster));
        expect(failing, JSON.stringify(more)).to.deep.equal(['nb · Tin']);
        expect(await school.status()).to.not.have.any.keys('adopted', 'searched');
      }
      const { failing } = await school.run(
        school.configured({ news: { ...news, heal: true } }, { heal: false }),
      );
      expect(failing).to.deep.equal([]);
      // What was adopted is not read any more once it is forbidden.
      expect((await school.run(school.configured({ news, heal: false }))).failing).to.deep.equal([
        'nb · Tin',
      ]);
    });

    it('is read as configured again once the configuration changes', async () => {
      const before = await school.ids();
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      await school.run();
      const mended = { news: { url: site.url('/tin'), kind: 'page', item: 'main > div', date: 'span' } };
      school.now += 60_000;
      // Due at once.
      const { asked, added, failing } = await school.hub.run(school.now, {}, school.configured(mended));
      expect({ asked, added, failing }).to.deep.equal({ asked: 1, added: 0, failing: [] });
      expect(await school.status()).to.not.have.property('adopted');
      await school.expectSame(before);
    });

    it('is read as configured again when it is back', async () => {
      const before = await school.ids();
      site.html('/tin', `<main>${listOf(testPosts(down(21, 12)), 'the-tin')}</main>`);
      await school.run();
      site.html('/tin', listOf(testPosts(down(22, 13)), 'tin-cu'));
      expect(await school.run()).to.deep.include({ failing: [], added: 1 });
      expect(await school.status()).to.not.have.property('adopted');
      await school.expectSame(before);
    });
  });

  describe('since its page lost its posts for a day', () => {
    const popular = listOf(testPosts([3, 14, 19]), 'xem-nhieu');
    const empty = `<main>Đang cập nhật</main><aside>${popular}</aside>`;
    beforeEach(async () => {
      site.html('/tin', `${listOf(testPosts(down(20, 11)), 'tin')}<aside>${popular}</aside>`);
      site.html('/', 'Trang chủ', feedLink('/su-kien.xml') + feedLink('/feed.xml'));
      site.rss('/su-kien.xml', testPosts(down(60, 51)));
      await school.startHub({ news: { url: site.url('/tin'), kind: 'page', item: '.tin' } });
    });

    it('keeps its last list, and is not replaced', async () => {
      const before = await school.hub.text('schools/nb/news.json');
      site.html('/tin', empty);
      // The whole site would offer the posts elsewhere, too.
      site.rss('/feed.xml', testPosts(down(20, 11)));
      site.requested();
      for (let hours = 1; hours <= 29; hours += 4) {
        const { failing } = await school.hub.run(school.now + hours * HOUR_MS, { force: true });
        expect(failing).to.deep.equal(['nb · Tin']);
      }
      expect([...new Set(site.requested())]).to.deep.equal(['/tin']);
      expect(await school.hub.text('schools/nb/news.json')).to.equal(before);
      site.html('/tin', listOf(testPosts(down(21, 12)), 'tin'));
      const { failing, added } = await school.hub.run(school.now + LATER, { force: true });
      expect({ failing, added }).to.deep.equal({ failing: [], added: 1 });
      expect(await school.status()).to.not.have.any.keys('adopted', 'searched');
    });

    it('says what was tried where nothing has its posts', async () => {
      const before = await school.hub.text('schools/nb/news.json');
      site.html('/tin', empty);
      await school.run();
      await school.run();
      expect((await school.status()).searched).to.deep.equal({
        at: '2026-11-25T20:00:00+07:00',
        tried: [
          `${site.url('/tin')}: có 2 trong 10 bài đã biết, chưa đủ để dùng.`,
          `${site.url('/su-kien.xml')}: có 0 trong 10 bài đã biết, chưa đủ để dùng.`,
          `${site.url('/feed.xml')}: Không có gì ở địa chỉ này (404). Hãy kiểm tra lại địa chỉ nguồn.`,
        ],
      });
      const html = await school.hub.text('status.html');
      expect(html).to.include('danh sách cũ được giữ lại. Đã thử:').and.include(site.url('/su-kien.xml'));
      expect(await school.hub.text('schools/nb/news.json')).to.equal(before);
    });
  });
});
