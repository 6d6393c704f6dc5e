/** What the settings say of a school, in words that are true. */
import { expect } from 'chai';
import { refusalMessage } from '../../../extension/options/refusal-message.ts';
import type { Store } from '../../../extension/store/schema.ts';
import { wordsFor } from '../../../extension/words/words.ts';
import { renderedPages } from '../support/rendered.ts';
import { sampleStore } from '../support/sample-store.ts';

const RETRY = /Lần sau sẽ thử lại|We will try again/;

/** A store of which all sources failed in a way that may pass. */
function failing(changes: Partial<Store> = {}): Store {
  const store = sampleStore([], changes);
  for (const { poll } of Object.values(store.sources))
    Object.assign(poll, { failures: 4, problem: { kind: 'status', status: 503 } });
  return store;
}
/** The cards of the schools: what else is rendered takes all sources for polled. */
const cardsOf = (store: Store) =>
  renderedPages(store, 'vi', Date.now()).options.replace(/^.*?(?=<details)/s, '');

describe('the line of a school', () => {
  it('promises that a source is tried again only if it is', () => {
    expect(cardsOf(failing())).to.match(RETRY);
    const off = { 'ninh-binh': { on: false }, 'hung-yen': { on: false } };
    for (const store of [
      failing({ choices: off }),
      failing({ settings: { ...failing().settings, paused: true } }),
    ]) {
      expect(cardsOf(store)).not.to.match(RETRY);
      expect(cardsOf(store)).not.to.match(/Lần đọc tới/);
    }
    const stopped = failing();
    for (const { poll } of Object.values(stopped.sources)) poll.stopped = true;
    expect(cardsOf(stopped)).not.to.match(RETRY);
  });

  it('says that a school is off, not how its sources were', () => {
    const choices = { 'ninh-binh': { on: false }, 'hung-yen': { on: false } };
    expect(cardsOf(failing({ choices })))
      .to.match(/Đang tắt/)
      .and.not.match(/Không đọc được|Kiểm tra lại ngay/);
  });

  it('does not call a source never checked whose only check reached nothing', () => {
    const store = sampleStore([]);
    for (const state of Object.values(store.sources)) {
      const { checked: _, succeeded: __, ...poll } = state.poll;
      state.poll = { ...poll, unreached: 'dns' };
    }
    expect(cardsOf(store))
      .to.match(/Lần vừa rồi không đọc được nguồn này/)
      .and.not.match(/Chưa kiểm tra lần nào/);
  });

  it('has the time in lower case within a sentence', () => {
    const store = sampleStore([]);
    for (const { poll } of Object.values(store.sources)) poll.checked = Date.now();
    expect(cardsOf(store))
      .to.match(/Kiểm tra lần cuối: vừa xong/)
      .and.match(/kiểm tra vừa xong/);
  });
});

describe('the refusal of an address', () => {
  it('never promises to try again: nothing does', () => {
    for (const lang of ['vi', 'en'] as const)
      for (const problem of ['timeout', 'reset', 'refused', 'status', 'offline', 'dns'] as const)
        for (const status of [429, 500, 503, 418])
          expect(refusalMessage({ problem, status }, wordsFor(lang))).not.to.match(RETRY);
  });
});
