import { evict } from './evict.ts';
import { isQuotaError } from './is-quota-error.ts';
import { DAMAGED_COPY_KEY, type LoadedStore, loadStore, STORE_KEY, validStore } from './load.ts';
import { VERSION_1_KEYS } from './migrations.ts';
import type { Store } from './schema.ts';
import { noticing, squeezed } from './squeeze.ts';

/** Pauses before what failed is tried again. */
const RETRY_PAUSES_MS = [50, 500];

/** The methods of `storage.local` that are used. */
export interface StorageArea {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface LockedStorePorts {
  area: StorageArea;
  /** Runs `work` while no other context of the extension holds the lock. */
  withLock: <T>(work: () => Promise<T>) => Promise<T>;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** Applied after every edit, before the store is written; `before` is the store without the edit. */
  afterEdit: (store: Store, now: number, before: Store) => Store;
  /** Called with the written store, still under the lock. Must not reject. */
  afterWrite: (store: Store) => Promise<void>;
}

interface PendingEdit {
  edit: (store: Store) => Store;
  resolve: (store: Store) => void;
  reject: (error: unknown) => void;
}

/**
 * The store in `storage.local`: read and written as a whole, by one context at a time, and validated both times, so that
 * no value that a site sent makes it unreadable later.
 */
export class LockedStore {
  /** Whether this context has migrated the keys of older versions. */
  #migrated = false;
  readonly #pending: PendingEdit[] = [];
  readonly #ports: LockedStorePorts;

  constructor(ports: LockedStorePorts) {
    this.#ports = ports;
  }

  async read(): Promise<Store> {
    const loaded = await this.#load();
    if (!loaded.damaged && !loaded.outdated) return loaded.store;
    // Writes the migrated or repaired store back.
    return this.change((store) => store);
  }

  /**
   * Reads, edits and writes the store under the lock. Edits that wait for the lock together are written together, in
   * order.
   *
   * @returns the store as written, after eviction
   * @throws if `edit` or the write fails
   */
  change(edit: (store: Store) => Store): Promise<Store> {
    const written = new Promise<Store>((resolve, reject) => this.#pending.push({ edit, resolve, reject }));
    if (this.#pending.length === 1) void this.#ports.withLock(() => this.#commit());
    return written;
  }

  async #commit(): Promise<void> {
    const edits = this.#pending.splice(0);
    try {
      const written = await this.#apply(edits);
      for (const { resolve } of edits) resolve(written);
    } catch (error) {
      if (edits.length === 1) return edits[0]!.reject(error);
      // One of them cannot be made or stored: the others can.
      for (const edit of edits) await this.#apply([edit]).then(edit.resolve, edit.reject);
    }
  }

  async #apply(edits: readonly PendingEdit[]): Promise<Store> {
    const { area, now, afterEdit, afterWrite } = this.#ports;
    const { store, damaged, outdated } = await this.#load();
    if (damaged !== undefined) await this.#keepCopy(damaged);
    const edited = edits.reduce((store, { edit }) => afterEdit(edit(store), now(), store), store);
    const valid = validStore(edited, () => undefined, store);
    // Most polls bring no posts, and what was stored before was within the limits.
    const isWithinLimits = !outdated && valid.posts === store.posts;
    const written = await this.#write(isWithinLimits ? valid : evict(valid));
    if (outdated) await this.#retry(() => area.remove(VERSION_1_KEYS));
    await afterWrite(written);
    return written;
  }

  async #load(): Promise<LoadedStore> {
    const { area, now } = this.#ports;
    const keys = this.#migrated ? [STORE_KEY] : [STORE_KEY, ...VERSION_1_KEYS];
    const stored = await this.#retry(() => area.get(keys));
    const loaded = loadStore(stored, now());
    this.#migrated = !loaded.outdated;
    return loaded;
  }

  async #keepCopy(damaged: unknown): Promise<void> {
    const { area, now } = this.#ports;
    try {
      await this.#retry(() => area.set({ [DAMAGED_COPY_KEY]: { at: now(), stored: damaged } }));
    } catch {
      // No room for the copy: writing the repaired store matters more.
      await area.remove([DAMAGED_COPY_KEY]);
    }
  }

  /** Writes the store, or what is left of it when storage is full. */
  async #write(store: Store): Promise<Store> {
    const { area, now } = this.#ports;
    let problem: unknown;
    const fits = async (store: Store) => {
      try {
        await this.#retry(() => area.set({ [STORE_KEY]: store }));
        return true;
      } catch (error) {
        if (!isQuotaError(error)) throw error;
        problem = error;
        return false;
      }
    };
    if (await fits(store)) return store;
    let rest = store;
    if (DAMAGED_COPY_KEY in (await area.get([DAMAGED_COPY_KEY]))) {
      await area.remove([DAMAGED_COPY_KEY]);
      rest = noticing(store, now(), { copy: true });
      if (await fits(rest)) return rest;
    }
    for (const smaller of squeezed(rest, now())) if (await fits(smaller)) return smaller;
    throw problem;
  }

  /** Tries again what fails, unless it is for want of room. */
  async #retry<T>(work: () => Promise<T>): Promise<T> {
    for (const pause of RETRY_PAUSES_MS)
      try {
        return await work();
      } catch (error) {
        if (isQuotaError(error)) throw error;
        await this.#ports.wait(pause);
      }
    return work();
  }
}
