import { expect } from 'chai';
import type { Item } from '../../../core/model/feed.ts';
import { watchedWords, watchWordsOf } from '../../../extension/schools/watched.ts';
import { emptyStore } from '../../../extension/store/schema.ts';

const item = (fields: Partial<Item>): Item => ({ id: 'a', content_text: '', ...fields });

describe('watch words', () => {
  it('are found in the title, the summary, the text and the document number', () => {
    const words = ['tuyển sinh', 'hoc phi', '12-NQ/TW', 'Hà Nam', 'cao cấp'];
    const post = item({
      title: 'Thông báo tuyển sinh',
      summary: 'Học phí năm học mới',
      content_text: 'Lớp tại Hà Nam.',
      _tct: { document: { number: '12 - NQ/TW' } },
    });
    expect(watchedWords(post, words)).to.deep.equal(['tuyển sinh', 'hoc phi', '12-NQ/TW', 'Hà Nam']);
    expect(watchedWords(item({ title: 'Khác' }), words)).to.deep.equal([]);
    expect(watchedWords(post, [])).to.deep.equal([]);
  });

  it('are found again when the post or the words have changed', () => {
    const post = item({ title: 'Tuyển sinh' });
    expect(watchedWords(post, ['tuyển sinh', 'học phí'])).to.deep.equal(['tuyển sinh']);
    post.title = 'Học phí';
    expect(watchedWords(post, ['tuyển sinh', 'học phí'])).to.deep.equal(['học phí']);
    expect(watchedWords(post, ['tuyển sinh', 'hoc phi'])).to.deep.equal(['hoc phi']);
  });

  it('are those of the policy and of the user, each once', () => {
    const store = emptyStore();
    expect(watchWordsOf(store)).to.deep.equal([]);
    store.managed = { watch: ['Hòa Bình', 'tuyển sinh'] };
    store.settings.watch = ['hoà bình', 'hoa binh', '…'];
    expect(watchWordsOf(store)).to.deep.equal(['Hòa Bình', 'tuyển sinh', 'hoa binh']);
  });
});
