import type { Schema } from '../../core/schema.ts';
import { FIRST_KEYS, migrate } from './migrations.ts';
import { emptyStore, forgetReading, parts, type Store, VERSION } from './schema.ts';

/** Where the store is kept, in one piece; and a copy of one that could not be read whole. */
export const KEY = 'store';
export const COPY = 'store-broken';

/** What is valid of a broken part: of a list or a record, the entries that are. */
function salvage(shape: Schema<unknown>, value: unknown): unknown {
  if (Array.isArray(value)) return shape(value.filter((entry) => shape([entry])));
  if (typeof value !== 'object' || value === null) return undefined;
  return shape(Object.fromEntries(Object.entries(value).filter(([name, entry]) => shape({ [name]: entry }))));
}

export interface LoadedStore {
  store: Store;
  /** What was stored could not be read whole: it is to be kept aside. */
  broken?: unknown;
  /** It was of an older version: the store is to be written before the keys go. */
  old: boolean;
}

/**
 * The store from what `storage.local` holds: migrated, checked, and where a part is broken as much of it as is sound.
 *
 * @param now ms since the epoch, for the notice
 */
export function loadStore(stored: Record<string, unknown>, now: number): LoadedStore {
  let shape: Record<string, unknown> = {};
  const first = FIRST_KEYS.filter((key) => key in stored);
  if (KEY in stored) shape = Object(stored[KEY]);
  else if (first.length)
    shape = { version: 1, ...Object.fromEntries(first.map((key) => [key, stored[key]])) };
  else return { store: emptyStore(), old: false };
  const old = Number(shape.version) < VERSION;
  let broken = typeof stored[KEY] !== 'object' && KEY in stored;
  let migrated: Record<string, unknown> = {};
  try {
    migrated = migrate(shape);
  } catch {
    broken = true;
  }
  if (migrated.version !== VERSION) broken = true;
  const store: Record<string, unknown> = { ...emptyStore() };
  for (const [name, shape] of Object.entries(parts)) {
    const value = migrated[name];
    if (value === undefined) continue;
    let sound: unknown = shape(value);
    if (sound === undefined) {
      broken = true;
      sound = salvage(shape, value);
    }
    if (sound !== undefined) store[name] = sound;
  }
  if (broken) {
    store.notice = { kind: 'recovered', at: now };
    // Posts may be missing that the validators say we have.
    const { sources } = store as unknown as Store;
    store.sources = Object.fromEntries(
      Object.entries(sources).map(([url, state]) => [url, forgetReading(state)]),
    );
  }
  return { store: store as unknown as Store, broken: broken ? (stored[KEY] ?? shape) : undefined, old };
}
