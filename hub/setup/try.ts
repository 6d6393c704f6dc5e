/** Tries the configuration: reads everything as a run would, and writes nothing. */
import { join } from 'node:path';
import { sourceFacts } from '../../core/discover/weigh.ts';
import type { Feed } from '../../core/model/feed.ts';
import { type ConfiguredSource, configuredSources, stateKey } from '../collect/sources.ts';
import { hubFolders } from '../config/folders.ts';
import type { HttpSession } from '../http/session.ts';
import { peekHub, peekSchool } from '../memory/peek-state.ts';
import { shownPostsOf, withDetails } from '../memory/posts.ts';
import type { HubSourceState, SchoolLists } from '../memory/types.ts';
import { readPageSafely } from '../read/reader.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import { runHub } from '../run.ts';
import type { CallContext, Calls, RunProgress, SourceReading, TrialSource } from './api.ts';
import type { SetupContext } from './context.ts';
import { shownLists } from './published-feeds.ts';
import { runnableCluster } from './run.ts';
import { toProgress, toRef } from './run-progress.ts';
import { copyState, inTemporaryFolder } from './temporary-folder.ts';
import type { SetupTools } from './tools.ts';

/** Whether a list that goes over several pages ends with the first. */
async function isNextPageMissing(
  { config, kind }: ConfiguredSource,
  session: HttpSession,
  now: number,
): Promise<boolean> {
  const first = config.kind === 'page' && config.pages > 1 ? session.recall(config.url) : undefined;
  if (config.kind !== 'page' || !first || 'failure' in first) return false;
  const page = await orRefusal(readPageSafely(first, config, kind, now));
  return !('refusal' in page) && page.next === undefined;
}

/** What a run would publish of a source. */
async function triedSource(
  source: ConfiguredSource,
  state: HubSourceState | undefined,
  lists: SchoolLists | undefined,
  added: number,
  session: HttpSession,
): Promise<TrialSource> {
  const now = Date.now();
  const { kind, url } = source;
  const listed = lists ? shownPostsOf(lists[kind], url) : [];
  const tried = { ...toRef(source), posts: listed.length, added };
  if (state?.error) return { ...tried, error: state.error };
  const response = session.recall(url);
  const headers = response && 'headers' in response ? response.headers : { get: () => null };
  const feed = { items: listed.filter(({ place }) => place >= 0).map(withDetails) } as Feed;
  const total = Number(headers.get('x-wp-total'));
  const reading: SourceReading = {
    facts: sourceFacts(feed, headers, now),
    ...(total && { total }),
    ...((await isNextPageMissing(source, session, now)) && { isNextPageMissing: true as const }),
  };
  return { ...tried, reading };
}

/**
 * Reads everything as a run would, on a copy of the state and into a temporary folder. What was asked a few minutes ago
 * is not asked again.
 *
 * @throws the reason of the signal once it is aborted; no more requests are sent then
 */
export async function tryRun(
  context: SetupContext,
  tools: SetupTools,
  { emit, signal }: CallContext<RunProgress>,
): Promise<Calls['try']['result']> {
  // Pictures stay where they are.
  const cluster = { ...(await runnableCluster(context)), images: false };
  const folders = hubFolders(context.config, cluster, context.folders);
  return inTemporaryFolder(async (folder) => {
    const [state, out] = [join(folder, 'state'), join(folder, 'web')];
    if (folders) await copyState(folders.state, state);
    const added = new Map<string, number>();
    const result = await runHub(cluster, {
      state,
      out,
      now: Date.now(),
      force: true,
      clientOptions: tools.clientOptions(cluster, signal),
      report: (event) => {
        if (event.phase === 'done') added.set(stateKey(event.source), event.added);
        if (!signal.aborted) emit(toProgress(event));
      },
    });
    signal.throwIfAborted();
    const hub = await peekHub(state);
    const sources: TrialSource[] = [];
    for (const source of configuredSources(cluster)) {
      const key = stateKey(source);
      const lists = await peekSchool(state, source.school.id);
      const count = added.get(key) ?? 0;
      sources.push(await triedSource(source, hub?.sources[key], lists, count, tools.session));
    }
    const { error } = hub?.weather ?? {};
    return {
      sources,
      feeds: await shownLists(out, cluster, tools),
      warnings: [...result.warnings, ...(error ? [`Thời tiết: ${error}`] : [])],
    };
  });
}
