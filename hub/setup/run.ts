/** Runs the hub from the console: all that is due, or one source. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../core/config/cluster.ts';
import { canRefreshNow, type PollState } from '../../core/poll/next.ts';
import { SECOND_MS } from '../../core/time/duration.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { configuredSources, stateKey } from '../collect/sources.ts';
import { BusyError, isLocked } from '../memory/lock.ts';
import { peekHub } from '../memory/peek-state.ts';
import { buildFolders } from '../publish/find-build.ts';
import { type RunOptions, type RunResult, runHub } from '../run.ts';
import type { CallContext, Calls, RunProgress, SourceRef } from './api.ts';
import { currentCluster, currentFolders, type SetupContext } from './context.ts';
import { toProgress } from './run-progress.ts';
import { consoleState } from './state.ts';
import type { SetupTools } from './tools.ts';
import { UserError } from './user-error.ts';

/** How often it is checked whether another run has ended. */
const CHECK_LOCK_MS = SECOND_MS / 2;

/** The configuration, if a run can do anything with it. @throws UserError */
export async function runnableCluster(context: SetupContext): Promise<Cluster> {
  const cluster = await currentCluster(context);
  if (configuredSources(cluster).length) return cluster;
  throw new UserError({
    vi: 'Chưa có nguồn nào để đọc. Hãy thêm trường và nguồn trước.',
    en: 'There is nothing to read yet. Add schools and their sources first.',
  });
}

/**
 * Runs the hub once nobody else is running it, such as cron.
 *
 * @param read reads the configuration, which may be edited while others run the hub
 * @throws the reason of the signal if it is aborted before; WriteError, NewerStateError; and what `read` throws
 */
async function runWhenFree(
  context: SetupContext,
  tools: SetupTools,
  read: () => Promise<{ cluster: Cluster } & Pick<RunOptions, 'only'>>,
  { emit, signal }: CallContext<RunProgress>,
): Promise<RunResult> {
  const report: RunOptions['report'] = (event) => emit(toProgress(event));
  for (;;) {
    const { cluster, ...which } = await read();
    const folders = currentFolders(context, cluster);
    const clientOptions = tools.clientOptions(cluster);
    try {
      const options = { ...folders, ...buildFolders(), ...which, clientOptions, report };
      return await runHub(cluster, { ...options, now: Date.now() });
    } catch (error) {
      if (!(error instanceof BusyError)) throw error;
    }
    emit({ phase: 'busy' });
    do await sleep(CHECK_LOCK_MS, undefined, { signal });
    while (await isLocked(folders.state));
  }
}

/** Runs the hub: polls what is due, and publishes. Once begun, it goes on even if the page is closed. */
export async function run(
  context: SetupContext,
  tools: SetupTools,
  call: CallContext<RunProgress>,
): Promise<Calls['run']['result']> {
  const read = async () => ({ cluster: await runnableCluster(context) });
  const { asked, added, failing, written, warnings } = await runWhenFree(context, tools, read, call);
  return { asked, added, failing, written, warnings: [...warnings] };
}

const NO_SUCH_SOURCE = {
  vi: 'Nguồn này không có trong cấu hình, hoặc đang tạm dừng.',
  en: 'This source is not in the configuration, or is paused.',
};

const clock = (time: number) => formatVietnamTime(time).slice(11, 16);

/** @throws UserError if a source may not be asked again yet */
function refuseIfImpolite(poll: PollState, now: number): void {
  if (canRefreshNow(poll, now)) return;
  const until = clock(poll.earliest);
  const asked = poll.checked && clock(poll.checked);
  throw new UserError({
    vi: asked ? `Vừa hỏi lúc ${asked}; hỏi lại được từ ${until}.` : `Hỏi lại được từ ${until}.`,
    en: asked
      ? `It was asked at ${asked}, and can be asked again from ${until}.`
      : `It can be asked again from ${until}.`,
  });
}

/** Asks one source now, even if it is not due. @throws UserError if that would be impolite */
export async function ask(
  context: SetupContext,
  tools: SetupTools,
  { school, kind, url }: SourceRef,
  call: CallContext<RunProgress>,
): Promise<Calls['ask']['result']> {
  const read = async () => {
    const cluster = await currentCluster(context);
    const source = configuredSources(cluster).find(
      (each) => each.school.id === school && each.kind === kind && each.url === url,
    );
    if (!source) throw new UserError(NO_SUCH_SOURCE);
    const key = stateKey(source);
    const { state } = currentFolders(context, cluster);
    const poll = (await peekHub(state))?.sources[key]?.poll;
    if (poll) refuseIfImpolite(poll, Date.now());
    return { cluster, only: (each: typeof source) => stateKey(each) === key };
  };
  await runWhenFree(context, tools, read, call);
  return consoleState(context);
}
