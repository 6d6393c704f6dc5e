import { networkFault } from '../schools/faults.ts';
import { unreadCount } from '../schools/posts.ts';
import { sourcesNeedingAttention } from '../schools/sources-needing-attention.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import type { BackgroundWords } from '../words/background-words.ts';

export type BadgeState = 'normal' | 'paused' | 'offline' | 'login' | 'attention';

export interface Badge {
  state: BadgeState;
  text: string;
  color: string;
  /** Tooltip of the toolbar button. */
  title: string;
}

const COLORS: Record<BadgeState, string> = {
  normal: '#b3261e',
  paused: '#5f6368',
  offline: '#5f6368',
  login: '#5f6368',
  attention: '#8a4b00',
};

/** The state to show; if several apply, the most urgent one. */
function badgeState(store: Store, now: number): BadgeState {
  if (isPaused(store, now)) return 'paused';
  if (store.notice || store.denied.length || sourcesNeedingAttention(store).length) return 'attention';
  const network = networkFault(store);
  return network === 'login' ? 'login' : network ? 'offline' : 'normal';
}

/** The badge for a store: the unread count, with the state shown by text, colour and tooltip. */
export function badgeOf(store: Store, now: number, words: BackgroundWords): Badge {
  const state = badgeState(store, now);
  const count = unreadCount(store);
  const number = count > 99 ? '99+' : count ? String(count) : '';
  const text = {
    normal: number,
    paused: words.pausedSign,
    offline: `${number}?`,
    login: `${number}?`,
    attention: `${number}!`,
  }[state];
  const stateText = state === 'normal' ? '' : words[state];
  return {
    state,
    text,
    color: COLORS[state],
    title: [words.name, words.unread(count), stateText].filter(Boolean).join('\n'),
  };
}
