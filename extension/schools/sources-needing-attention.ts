import { movedTo } from '../../core/poll/next.ts';
import type { Store } from '../store/schema.ts';
import { sourcesOf } from './configuration.ts';

/** Consecutive failures before the user is notified of them: most sources that fail recover within hours. */
export const MIN_FAILURES_TO_REPORT = 3;

/** URLs of sources that are gone (410), keep failing or have moved. */
export function sourcesNeedingAttention(store: Store): string[] {
  return sourcesOf(store)
    .map(({ url }) => url)
    .filter((url) => {
      const state = store.sources[url]?.poll;
      return state && (state.stopped || state.failures >= MIN_FAILURES_TO_REPORT || movedTo(state));
    });
}
