import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { pause } from '../../../extension/store/changes.ts';
import type { Store } from '../../../extension/store/schema.ts';
import { badgeOf } from '../../../extension/toolbar/badge.ts';
import { backgroundWords } from '../../../extension/words/background-words.ts';
import { NOW } from '../support/installed-extension.ts';
import { FEED, storeWithUnread } from '../support/unread-store.ts';

const { en, vi } = backgroundWords;

describe('the badge', () => {
  const poll = { due: NOW, earliest: NOW, failures: 0 };
  const states: [string, Store, string, RegExp][] = [
    ['no unread posts', storeWithUnread(0), '', /Không có bài mới$/],
    ['some unread posts', storeWithUnread(7), '7', /7 bài chưa đọc$/],
    ['many unread posts', storeWithUnread(120), '99+', /120 bài chưa đọc$/],
    ['paused', pause(storeWithUnread(7)), 'nghỉ', /tạm dừng/],
    ['offline', { ...storeWithUnread(7), offline: true }, '7?', /mạng/],
    ['a missing permission', { ...storeWithUnread(7), denied: ['*://truong.example/*'] }, '7!', /cài đặt/],
    [
      'a source that is gone',
      { ...storeWithUnread(0), sources: { [FEED]: { poll: { ...poll, stopped: true } } } },
      '!',
      /cài đặt/,
    ],
    [
      'a source that keeps failing',
      { ...storeWithUnread(0), sources: { [FEED]: { poll: { ...poll, failures: 3 } } } },
      '!',
      /cài đặt/,
    ],
    [
      'a source that failed once',
      { ...storeWithUnread(0), sources: { [FEED]: { poll: { ...poll, failures: 1 } } } },
      '',
      /mới$/,
    ],
    ['a repaired store', { ...storeWithUnread(2), notice: { kind: 'recovered', at: NOW } }, '2!', /cài đặt/],
  ];
  for (const [name, store, text, title] of states)
    it(`shows “${text}” for: ${name}`, () => {
      const badge = badgeOf(store, NOW, vi);
      expect(badge.text).to.equal(text);
      expect(badge.title).to.match(title);
      expect(badge.text.length).to.be.at.most(4);
      expect(badgeOf(store, NOW, en).title).not.to.equal(badge.title);
    });

  it('shows the end of a pause', () => {
    const store = pause(storeWithUnread(7), NOW + HOUR_MS);
    expect(badgeOf(store, NOW + HOUR_MS - 1, vi).text).to.equal('nghỉ');
    expect(badgeOf(store, NOW + HOUR_MS, vi).text).to.equal('7');
  });

  it('has a colour and a state for each situation', () => {
    const looks = states
      .map(([, store]) => badgeOf(store, NOW, vi))
      .map(({ state, color }) => `${state} ${color}`);
    expect(new Set(looks).size).to.equal(4);
  });
});
