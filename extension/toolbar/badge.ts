import { movedTo } from '../../core/poll/next.ts';
import { sourcesOf } from '../schools/configuration.ts';
import { unreadCount } from '../schools/posts.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import type { WorkerWords } from '../words/background-words.ts';

export type BadgeState = 'fine' | 'paused' | 'offline' | 'attention';

export interface Badge {
  state: BadgeState;
  text: string;
  color: string;
  title: string;
}

/** Failures in a row before the user is bothered: one bad hour is nobody's concern. */
const MIN_FAILURES = 3;

const COLORS: Record<BadgeState, string> = {
  fine: '#b3261e',
  paused: '#5f6368',
  offline: '#5f6368',
  attention: '#8a4b00',
};

/** Sources that need the user: not granted, gone for good, failing for long, or moved. */
export function sourcesNeedingAttention(store: Store): string[] {
  return sourcesOf(store)
    .map(({ url }) => url)
    .filter((url) => {
      const state = store.sources[url]?.poll;
      return state && (state.stopped || state.failures >= MIN_FAILURES || movedTo(state));
    });
}

/** How things stand, the most pressing first. */
function stateOf(store: Store, now: number): BadgeState {
  if (isPaused(store, now)) return 'paused';
  if (store.notice || store.denied.length || sourcesNeedingAttention(store).length) return 'attention';
  return store.offline ? 'offline' : 'fine';
}

/** What the toolbar shows: the unread posts, and by sign, colour and words whether that is all there is to know. */
export function badgeOf(store: Store, now: number, words: WorkerWords): Badge {
  const state = stateOf(store, now);
  const count = unreadCount(store);
  const number = count > 99 ? '99+' : count ? String(count) : '';
  const text = {
    fine: number,
    paused: words.pausedSign,
    offline: `${number}?`,
    attention: `${number}!`,
  }[state];
  const said = state === 'fine' ? '' : words[state];
  return {
    state,
    text,
    color: COLORS[state],
    title: [words.name, words.unread(count), said].filter(Boolean).join('\n'),
  };
}
