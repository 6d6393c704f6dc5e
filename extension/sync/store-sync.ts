import { asObject } from '../../core/read/json/values.ts';
import { HOUR_MS, MINUTE_MS } from '../../core/time/duration.ts';
import { isSame } from '../store/is-same.ts';
import { isSyncOn } from '../store/is-sync-on.ts';
import { loadStore, STORE_KEY } from '../store/load.ts';
import type { Store } from '../store/schema.ts';
import type { SyncState } from '../store/sync-schema.ts';
import { mergeSynced } from './merge-synced.ts';
import { recordChanges } from './record.ts';
import { readItems, writesFor } from './sync-area.ts';

/** Browsers allow 1,800 writes an hour and 120 a minute; one has at most an item for each school. */
const WRITE_INTERVAL_MS = MINUTE_MS;
const RETRY_MS = 10 * MINUTE_MS;

/** The methods of `storage.sync` that are used. */
interface SyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

interface StoreSyncPorts {
  /** Undefined where the browser has none. */
  area: () => SyncArea | undefined;
  now: () => number;
  read: () => Promise<Store>;
  change: (edit: (store: Store) => Store) => Promise<Store>;
  /** Makes the browser call `run` again at a time (ms since the epoch). */
  wakeAt: (time: number) => void;
}

/** `storage.sync` refused; without a problem if it was only asked too often. */
class Refusal {
  readonly problem: SyncState['problem'];

  constructor(error: unknown) {
    const text = String(error);
    this.problem = /MAX_WRITE/.test(text) ? undefined : /quota/i.test(text) ? 'full' : 'unavailable';
  }
}

const refused = (error: unknown): never => {
  throw new Refusal(error);
};

/** The parts of the store that are shared, or say what is. */
const SHARED_PARTS = ['settings', 'managed', 'hub', 'own', 'choices', 'since', 'posts', 'sync'] as const;

/** Whether sync is on after a write of the store, and the write may have changed what is shared. */
function mayConcernSync(oldValue: unknown, newValue: unknown): boolean {
  const before = asObject(oldValue);
  const after = asObject(newValue);
  const { managed, settings } = after;
  const isOn = isSyncOn({ managed: asObject(managed), settings: asObject(settings) } as Store);
  return isOn && SHARED_PARTS.some((part) => !isSame(before[part], after[part]));
}

/** Keeps the store and `storage.sync` equal, while sync is on. All its state is in the store. */
export class StoreSync {
  readonly #ports: StoreSyncPorts;
  #last: Promise<void> = Promise.resolve();

  constructor(ports: StoreSyncPorts) {
    this.#ports = ports;
  }

  /** Merges what is in `storage.sync` into the store, and writes there what it lacks: at most once a minute. Rejects if the store fails. */
  run(): Promise<void> {
    this.#last = this.#last.catch(() => {}).then(() => this.#run());
    return this.#last;
  }

  /**
   * Follows a write of the store, by whichever context: records what it changed, if that was not recorded with it, and
   * shares what is new.
   */
  async followWrite(oldValue: unknown, newValue: unknown): Promise<void> {
    // Validating a store takes longer than all else that a poll without new posts does.
    if (!mayConcernSync(oldValue, newValue)) return;
    const { now, change } = this.#ports;
    const at = now();
    const { store: before } = loadStore({ [STORE_KEY]: oldValue }, at);
    const { store: after, damaged } = loadStore({ [STORE_KEY]: newValue }, at);
    if (!isSyncOn(after) || damaged !== undefined) return;
    const items = recordChanges(before, after, at).sync?.items;
    if (!isSame(items, after.sync?.items)) await change((store) => recordChanges(before, store, at));
    else if (!isSame(items, before.sync?.items)) await this.run();
  }

  async #run(): Promise<void> {
    const { now, read, wakeAt } = this.#ports;
    const store = await read();
    if (!isSyncOn(store)) return;
    try {
      await this.#exchange(store);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const failed = await read();
      await this.#settle(failed, { problem: error.problem ?? failed.sync?.problem, wrote: now() });
      wakeAt(now() + RETRY_MS);
    }
  }

  async #exchange(store: Store): Promise<void> {
    const { area, now, change, wakeAt } = this.#ports;
    const sync = area();
    if (!sync) return this.#settle(store, { problem: 'unavailable' });
    const stored = readItems(await sync.get(null).catch(refused));
    const at = now();
    const merge = (store: Store) => (isSyncOn(store) ? mergeSynced(store, stored.items, at) : store);
    const merged = merge(store) === store ? store : await change(merge);
    const { items = {}, wrote = 0 } = merged.sync ?? {};
    const { set, remove, isFull } = writesFor(items, stored);
    const problem = isFull ? 'full' : stored.unreadable.size ? 'unreadable' : undefined;
    const hasChanges = Object.keys(set).length > 0;
    if (!hasChanges && !remove.length) return this.#settle(merged, { problem, agreed: at });
    if (wrote <= at && at < wrote + WRITE_INTERVAL_MS) return wakeAt(wrote + WRITE_INTERVAL_MS);
    if (hasChanges) await sync.set(set).catch(refused);
    if (remove.length) await sync.remove(remove).catch(refused);
    return this.#settle(merged, { problem, agreed: at, wrote: at });
  }

  /** Stores how it went; that nothing happened only once an hour. */
  async #settle(
    { sync }: Store,
    result: Pick<SyncState, 'agreed' | 'wrote'> & { problem: SyncState['problem'] | undefined },
  ): Promise<void> {
    const isRecent = (result.agreed ?? 0) - (sync?.agreed ?? 0) < HOUR_MS;
    if (result.wrote === undefined && result.problem === sync?.problem && isRecent) return;
    const { problem, ...times } = result;
    await this.#ports.change(({ sync, ...store }) => {
      const { problem: _, ...before } = sync ?? { items: {} };
      return { ...store, sync: { ...before, ...times, ...(problem && { problem }) } };
    });
  }
}
