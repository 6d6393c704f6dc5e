import type { HubState } from '../memory/types.ts';
import { type ConfiguredSource, stateKey } from './sources.ts';

/**
 * Makes the sources of some schools due as soon as they may be polled, without validators: stored posts of these schools
 * were lost, and a 304 would leave them out for good.
 *
 * @param hub its poll states are updated
 */
export function readAgain(
  hub: HubState,
  sources: readonly ConfiguredSource[],
  schools: ReadonlySet<string>,
): void {
  for (const source of sources) {
    const state = hub.sources[stateKey(source)];
    if (!state || !schools.has(source.school.id)) continue;
    const { etag: _, lastModified: __, ...poll } = state.poll;
    state.poll = { ...poll, due: Math.min(poll.due, poll.earliest) };
  }
}
