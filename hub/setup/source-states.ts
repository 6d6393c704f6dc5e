import { type Cluster, type ClusterSchool, LIST_KINDS } from '../../core/config/cluster.ts';
import { canRefreshNow, movedTo, nextPollAt } from '../../core/poll/next.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { isPassing } from '../collect/heal/healer.ts';
import { stateKey } from '../collect/sources.ts';
import type { HubSourceState, HubState, StoredAnswer } from '../memory/types.ts';
import type { SourceAnswer, SourceState } from './api.ts';
import { rememberedCounts } from './remembered-counts.ts';

function toAnswer({ at, ...answer }: StoredAnswer): SourceAnswer {
  return { time: formatVietnamTime(at), isError: false, ...answer };
}

/** Whether a page is there, but its list is not; or the hub had to read another source in its place. */
function isRedesigned(kind: 'feed' | 'page', { poll, code, error, adopted }: HubSourceState): boolean {
  const isListGone = kind === 'page' && !!error && poll.problem?.kind === 'not-a-feed' && !isPassing(code);
  return !!adopted || isListGone;
}

/** What the state says of a source that has one. */
function polledState(state: HubSourceState, now: number): Partial<SourceState> {
  const { poll, posts, error, code, note, adopted, answers = [] } = state;
  const due = nextPollAt(poll, now);
  const moved = movedTo(poll);
  return {
    ...(posts !== undefined && { posts }),
    ...(poll.checked && { lastAttempt: formatVietnamTime(poll.checked) }),
    ...(poll.succeeded && { lastSuccess: formatVietnamTime(poll.succeeded) }),
    ...(due && { nextDue: formatVietnamTime(due) }),
    ...(!canRefreshNow(poll, now) && { canAskAt: formatVietnamTime(poll.earliest) }),
    ...(error && { error }),
    ...(code && { code }),
    ...(note && { note }),
    ...(moved && { movedTo: moved }),
    ...(adopted && { adopted: { source: adopted.source, since: formatVietnamTime(adopted.since) } }),
    answers: answers.map(toAnswer),
  };
}

function statesOfSchool(
  school: ClusterSchool,
  hub: HubState,
  counts: Awaited<ReturnType<typeof rememberedCounts>>,
  now: number,
): SourceState[] {
  return LIST_KINDS.flatMap((kind) =>
    school[kind].map((source): SourceState => {
      const { url } = source;
      const state = hub.sources[stateKey({ school, kind, config: source, url, heals: true })];
      const isPaused = !school.active || source.active === false;
      return {
        school: school.id,
        kind,
        url,
        source,
        isPaused,
        isRedesigned: !!state && !isPaused && isRedesigned(source.kind, state),
        remembered: counts?.[kind].get(url) ?? 0,
        answers: [],
        ...(state && polledState(state, now)),
      };
    }),
  );
}

/**
 * The states of all sources, also of those that are paused, in the order of the configuration.
 *
 * @param folder of the state files, if it is known
 * @param now ms since the epoch
 */
export async function sourceStates(
  { schools }: Cluster,
  hub: HubState,
  folder: string | undefined,
  now: number,
): Promise<SourceState[]> {
  const states: SourceState[] = [];
  for (const school of schools) {
    const counts = folder === undefined ? undefined : await rememberedCounts(folder, school.id);
    states.push(...statesOfSchool(school, hub, counts, now));
  }
  return states;
}
