import { expect } from 'chai';
import type { ListKind } from '../../../core/config/list-kinds.ts';
import type { SourceFacts } from '../../../core/discover/weigh.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import { differences, doubtsOn, remarksOn } from '../../../hub/console/remarks/remarks.ts';
import { remarks as en } from '../../../hub/console/words/en/remarks.ts';
import { remarks as vi } from '../../../hub/console/words/vi/remarks.ts';
import { facts } from './fake-sites.ts';

/** 28 November 2026, the newest date of `facts`. */
const NOW = Date.UTC(2026, 10, 28);

describe('what is missing in a list, in words', () => {
  const said = (read: SourceFacts, kind: ListKind = 'news', total?: number) =>
    remarksOn({ facts: read, ...(total && { total }) }, kind, NOW).map(vi.remark);
  const serious = (read: SourceFacts, kind: ListKind = 'news') =>
    remarksOn({ facts: read }, kind, NOW).some(({ isSerious }) => isSerious);

  it('is nothing for a list that has all', () => {
    expect(said(facts(30))).to.deep.equal([]);
    expect(said(facts(9, { numbers: 9, files: 9, pictures: 0, texts: 0 }), 'documents')).to.deep.equal([]);
    expect(said(facts(4, { albums: 4, photos: 12, captions: 12, texts: 0 }), 'gallery')).to.deep.equal([]);
  });

  it('names each part that no post has, and how many have one that some do', () => {
    expect(said(facts(12, { dated: 0, pictures: 4 }))).to.deep.equal([
      'Không có ngày đăng.',
      'Chỉ 4 trong 12 bài có ảnh.',
    ]);
    expect(said(facts(20, { numbers: 3, files: 0 }), 'documents')).to.deep.equal([
      'Chỉ 3 trong 20 văn bản có số ký hiệu.',
      'Không có tệp đính kèm.',
    ]);
    expect(said(facts(4, { albums: 4, photos: 1200, captions: 7 }), 'gallery')).to.deep.equal([
      'Chỉ 7 trong 1.200 ảnh có chú thích.',
    ]);
  });

  it('does not mind a few posts without a part', () => {
    expect(said(facts(30, { pictures: 26 }))).to.deep.equal([]);
    expect(said(facts(30, { pictures: 25 }))).to.deep.equal(['Chỉ 25 trong 30 bài có ảnh.']);
  });

  it('says that there are titles only, in one sentence', () => {
    expect(said(facts(8, { pictures: 0, texts: 0 }))).to.deep.equal([
      'Chỉ có tiêu đề, không có tóm tắt và ảnh.',
    ]);
  });

  it('says how many of the site’s posts are there, with numbers as they are written', () => {
    expect(said(facts(10), 'news', 66)).to.deep.equal(['Chỉ thấy 10 trong 66 bài của trang.']);
    expect(said(facts(100), 'news', 12_345)).to.deep.equal(['Chỉ thấy 100 trong 12.345 bài của trang.']);
    expect(said(facts(66), 'news', 66)).to.deep.equal([]);
    expect(en.remark({ code: 'beyond', having: 100, of: 12_345, thing: 'post' })).to.equal(
      'Only 100 of the site’s 12,345 posts.',
    );
  });

  it('says when the newest post is old', () => {
    expect(said(facts(10, { newest: Date.UTC(2024, 2, 3) }))).to.deep.equal(['Bài mới nhất từ 3/3/2024.']);
    expect(said(facts(10, { newest: NOW - 180 * DAY_MS }))).to.deep.equal([]);
  });

  it('says that the pages of a list end with the first', () => {
    const reading = { facts: facts(10), isNextPageMissing: true as const };
    expect(remarksOn(reading, 'news', NOW).map(vi.remark)).to.deep.equal([
      'Cần đọc nhiều trang, nhưng không thấy liên kết sang trang sau.',
    ]);
  });

  it('calls what is in a list what it is', () => {
    expect(said(facts(2, { numbers: 2, files: 2 }), 'documents')).to.deep.equal(['Chỉ có 2 văn bản.']);
    expect(said(facts(45, { photos: 45, captions: 45, dated: 9 }), 'gallery')).to.deep.equal([
      'Chỉ 9 trong 45 ảnh có ngày đăng.',
    ]);
    expect(said(facts(0), 'gallery')).to.deep.equal(['Không có album nào.']);
  });

  it('says what makes a list doubtful that was pointed at', () => {
    const doubts = {
      sameTitle: 'Xem thêm',
      elsewhere: { having: 3, of: 4 },
      album: { title: 'Hội thi', refusal: 'không có ảnh.' },
    };
    const found = doubtsOn({ again: { same: 4, of: 4 }, doubts }, 'news');
    expect(found.map(vi.remark)).to.deep.equal([
      'Mọi mục đều có tiêu đề “Xem thêm”. Hãy chỉ đúng chỗ ghi tiêu đề.',
      '3 trong 4 bài dẫn sang trang khác: đây có thể là khối liên kết hay quảng cáo.',
      'Chưa đọc được ảnh trong album “Hội thi”: không có ảnh.',
    ]);
    expect(found.map(en.remark)[1]).to.match(/^3 of 4 posts lead to other sites/);
  });

  it('is serious if a list is of doubtful use', () => {
    expect(serious(facts(10, { dated: 0 }))).to.equal(true);
    expect(serious(facts(2))).to.equal(true);
    expect(serious(facts(0))).to.equal(true);
    expect(serious(facts(10, { newest: 1 }))).to.equal(true);
    expect(serious(facts(20, { numbers: 0 }), 'documents')).to.equal(true);
    expect(serious(facts(10, { pictures: 0, texts: 0 }))).to.equal(false);
    expect(serious(facts(1, { albums: 1, photos: 30 }), 'gallery')).to.equal(false);
  });
});

describe('the differences between two lists, in words', () => {
  const said = (read: SourceFacts, proposed: SourceFacts, kind: ListKind = 'news') =>
    differences(read, proposed, kind).map((each) => `${each.more ? '+' : '-'} ${vi.difference(each)}`);

  it('are none between equals', () => {
    expect(said(facts(10), facts(10))).to.deep.equal([]);
  });

  it('tell what the other one has more and less', () => {
    const feed = facts(5, { pictures: 0, newest: Date.UTC(2024, 2, 3) });
    const page = facts(12, { dated: 0, texts: 9 });
    expect(said(feed, page)).to.deep.equal([
      '- ít hơn 7 bài',
      '+ có ngày đăng',
      '- không có ảnh',
      '+ nhiều bài có tóm tắt hơn',
      '- cũ hơn: bài mới nhất 3/3/2024',
    ]);
    expect(said(page, feed)[0]).to.equal('+ thêm 7 bài');
  });

  it('count the photos of albums', () => {
    const many = facts(4, { albums: 4, photos: 40, captions: 40 });
    expect(said(many, facts(4, { albums: 4, photos: 12, captions: 12 }), 'gallery')).to.deep.equal([
      '+ thêm 28 ảnh',
    ]);
  });

  it('speak English as well', () => {
    const english = differences(facts(9, { pictures: 0 }), facts(10), 'news').map(en.difference);
    expect(english).to.deep.equal(['1 fewer post', 'no pictures']);
  });
});
