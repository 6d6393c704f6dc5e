import { expect } from 'chai';
import { deedText } from '../../../extension/popup/deed-history.ts';
import type { Deed } from '../../../extension/store/schema.ts';
import { timeAgo } from '../../../extension/words/times.ts';
import { wordsFor } from '../../../extension/words/words.ts';
import { NOW } from '../support/school-store.ts';

const text = (deed: Pick<Deed, 'kind' | 'count' | 'name'>, lang: 'vi' | 'en' = 'vi') =>
  deedText({ id: 1, at: NOW, ...deed }, wordsFor(lang));

describe('the list of what the user did', () => {
  it('says what was done, and to what', () => {
    expect(text({ kind: 'read', count: 1, name: 'Khai giảng' })).to.equal('Đánh dấu đã đọc: Khai giảng');
    expect(text({ kind: 'read', count: 12 })).to.equal('Đánh dấu đã đọc: 12 bài');
    expect(text({ kind: 'removed', count: 30, name: 'Trường A' })).to.equal('Bỏ trang: Trường A');
    expect(text({ kind: 'imported', count: 3 })).to.equal('Nhập danh sách nguồn: 3 trang');
    expect(text({ kind: 'hub-left', count: 0, name: '' })).to.equal('Ngừng dùng trạm');
    expect(text({ kind: 'read', count: 1 }, 'en')).to.equal('Marked as read: 1 post');
  });

  it('says when in words that can follow a colon', () => {
    expect(timeAgo(wordsFor('vi'), NOW, NOW)).to.equal('vừa xong');
    expect(timeAgo(wordsFor('vi'), NOW - 3 * 3_600_000, NOW)).to.match(/^hôm nay \d/);
    expect(timeAgo(wordsFor('en'), NOW, NOW)).to.equal('just now');
  });
});
