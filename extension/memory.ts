import { FIRST_KEYS } from './migrations.ts';
import { COPY, KEY, readStored } from './read-store.ts';
import type { Store } from './store.ts';
import { subscribe } from './subscribe.ts';
import { squeeze, trim } from './trim.ts';

/** The part of `storage.local` that is needed. */
export interface Area {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface MemoryWorld {
  area: Area;
  /** Runs one after the other what several contexts want to do to the store. */
  exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  now: () => number;
  /** Called with what has just been written, before anybody else may write. */
  written: (store: Store) => Promise<void>;
}

/** The store in the browser: read whole, edited by one at a time, written whole. */
export class Memory {
  constructor(private readonly world: MemoryWorld) {}

  async read(): Promise<Store> {
    const reading = readStored(await this.world.area.get([KEY, ...FIRST_KEYS]), this.world.now());
    if (!reading.broken && !reading.old) return reading.store;
    // Whoever reads first puts it in order.
    return this.change((store) => store);
  }

  /** Reads, edits and writes under the lock; what `edit` returned is what is stored, trimmed to what there is room for. */
  change(edit: (store: Store) => Store): Promise<Store> {
    const { area, exclusive, now, written } = this.world;
    return exclusive(async () => {
      const stored = await area.get([KEY, ...FIRST_KEYS]);
      const { store, broken, old } = readStored(stored, now());
      if (broken !== undefined) await this.keepCopy(broken);
      const edited = trim(subscribe(edit(store), now()));
      const kept = await this.write(edited);
      if (old) await area.remove(FIRST_KEYS);
      await written(kept);
      return kept;
    });
  }

  private async keepCopy(broken: unknown): Promise<void> {
    try {
      await this.world.area.set({ [COPY]: { at: this.world.now(), stored: broken } });
    } catch {
      // Without room for a copy, what is sound of it is worth more.
      await this.world.area.remove([COPY]);
    }
  }

  private async write(store: Store): Promise<Store> {
    const { area, now } = this.world;
    try {
      await area.set({ [KEY]: store });
      return store;
    } catch (error) {
      const squeezed = squeeze({ ...store, notice: { kind: 'full', at: now() } });
      if (!squeezed) throw error;
      await area.remove([COPY]);
      await area.set({ [KEY]: squeezed });
      return squeezed;
    }
  }
}
