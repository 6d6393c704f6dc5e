import { subscribe } from '../schools/subscribe.ts';
import { evict, evictForQuota } from './evict.ts';
import { COPY, KEY, type LoadedStore, loadStore } from './load.ts';
import { FIRST_KEYS } from './migrations.ts';
import { type Store, VERSION } from './schema.ts';

/** The part of `storage.local` that is needed. */
export interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface LockedStorePorts {
  area: Area;
  /** Runs one after the other what several contexts want to do to the store. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  now: () => number;
  /** Called with what has just been written, before anybody else may write. */
  written: (store: Store) => Promise<void>;
}

interface Waiting {
  edit: (store: Store) => Store;
  resolve: (store: Store) => void;
  reject: (error: unknown) => void;
}

/** The store in the browser: read whole, edited by one at a time, written whole. */
export class LockedStore {
  /** Found sound once in this worker's life, or this page's: since then only we have written it. */
  #sound = false;
  readonly #waiting: Waiting[] = [];
  readonly #world: LockedStorePorts;

  constructor(world: LockedStorePorts) {
    this.#world = world;
  }

  async read(): Promise<Store> {
    const reading = await this.#load();
    if (!reading.broken && !reading.old) return reading.store;
    // Whoever reads first puts it in order.
    return this.change((store) => store);
  }

  /**
   * Reads, edits and writes under the lock; what `edit` returned is what is stored, trimmed to what there is room for.
   * Edits that wait for the lock together are written together, one applied after the other.
   */
  change(edit: (store: Store) => Store): Promise<Store> {
    const written = new Promise<Store>((resolve, reject) => this.#waiting.push({ edit, resolve, reject }));
    if (this.#waiting.length === 1) void this.#world.exclusive(() => this.#commit());
    return written;
  }

  async #commit(): Promise<void> {
    const edits = this.#waiting.splice(0);
    const { area, now, written } = this.#world;
    try {
      const { store, broken, old } = await this.#load();
      if (broken !== undefined) await this.#keepCopy(broken);
      const edited = edits.reduce((store, { edit }) => subscribe(edit(store), now()), store);
      const kept = await this.#write(evict(edited));
      if (old) await area.remove(FIRST_KEYS);
      await written(kept);
      for (const { resolve } of edits) resolve(kept);
    } catch (error) {
      for (const { reject } of edits) reject(error);
    }
  }

  async #load(): Promise<LoadedStore> {
    const { area, now } = this.#world;
    const stored = await area.get(this.#sound ? [KEY] : [KEY, ...FIRST_KEYS]);
    const store = stored[KEY] as Store | undefined;
    if (this.#sound && store?.version === VERSION) return { store, old: false };
    const reading = loadStore(stored, now());
    this.#sound = !reading.broken && !reading.old;
    return reading;
  }

  async #keepCopy(broken: unknown): Promise<void> {
    try {
      await this.#world.area.set({ [COPY]: { at: this.#world.now(), stored: broken } });
    } catch {
      // Without room for a copy, what is sound of it is worth more.
      await this.#world.area.remove([COPY]);
    }
  }

  async #write(store: Store): Promise<Store> {
    const { area, now } = this.#world;
    try {
      await area.set({ [KEY]: store });
      return store;
    } catch (error) {
      const squeezed = evictForQuota({ ...store, notice: { kind: 'full', at: now() } });
      if (!squeezed) throw error;
      await area.remove([COPY]);
      await area.set({ [KEY]: squeezed });
      return squeezed;
    }
  }
}
