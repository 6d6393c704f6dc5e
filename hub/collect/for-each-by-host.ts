import { groupByHost } from '../../core/poll/plan.ts';
import { allSettled } from '../all-settled.ts';

/** Hosts that are sent requests at the same time. */
const MAX_CONCURRENT_HOSTS = 16;

/**
 * Does some work on each entry: one after the other on the same host, several hosts at the same time. After an error, no
 * further work is begun.
 *
 * @throws the first error of `work`, when the work that was begun has ended
 */
export async function forEachByHost<T extends { url: string }>(
  entries: readonly T[],
  work: (entry: T) => Promise<void>,
): Promise<void> {
  const entriesByHost = groupByHost(entries);
  let failed = false;
  const worker = async () => {
    for (let queue = entriesByHost.shift(); queue; queue = entriesByHost.shift())
      for (const entry of queue)
        if (!failed)
          await work(entry).catch((error) => {
            failed = true;
            throw error;
          });
  };
  await allSettled(Array.from({ length: MAX_CONCURRENT_HOSTS }, worker));
}
