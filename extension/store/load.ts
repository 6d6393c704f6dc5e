import { asObject } from '../../core/read/json/values.ts';
import type { Schema } from '../../core/schema.ts';
import { migrate, VERSION_1_KEYS } from './migrations.ts';
import { emptyStore, resetSourceState, STORE_VERSION, type Store, storeParts } from './schema.ts';

/** Key of the store in `storage.local`. */
export const STORE_KEY = 'store';
/** Key of the copy of a damaged store. */
export const DAMAGED_COPY_KEY = 'store-broken';

/** The valid entries of a damaged list or record; undefined for anything else. */
function keepValidEntries(schema: Schema<unknown>, value: unknown): unknown {
  if (Array.isArray(value)) return schema(value.filter((entry) => schema([entry])));
  if (typeof value !== 'object' || value === null) return undefined;
  return schema(
    Object.fromEntries(Object.entries(value).filter(([name, entry]) => schema({ [name]: entry }))),
  );
}

export interface LoadedStore {
  store: Store;
  /** The stored value, if parts of it were invalid: the caller should keep a copy. */
  damaged?: unknown;
  /** The stored value was of an older version: the caller should write the store, then remove the old keys. */
  outdated: boolean;
}

/**
 * Migrates and validates what `storage.local` holds. Drops only the invalid entries of a damaged part.
 *
 * @param now ms since the epoch, for the notice about repaired data
 */
export function loadStore(stored: Record<string, unknown>, now: number): LoadedStore {
  let value: Record<string, unknown> = {};
  const version1Keys = VERSION_1_KEYS.filter((key) => key in stored);
  if (STORE_KEY in stored) value = asObject(stored[STORE_KEY]);
  else if (version1Keys.length)
    value = { version: 1, ...Object.fromEntries(version1Keys.map((key) => [key, stored[key]])) };
  else return { store: emptyStore(), outdated: false };
  const outdated = Number(value.version) < STORE_VERSION;
  let damaged = typeof stored[STORE_KEY] !== 'object' && STORE_KEY in stored;
  let migrated: Record<string, unknown> = {};
  try {
    migrated = migrate(value);
  } catch {
    damaged = true;
  }
  if (migrated.version !== STORE_VERSION) damaged = true;
  const parts: Record<string, unknown> = { ...emptyStore() };
  for (const [name, schema] of Object.entries(storeParts)) {
    const part = migrated[name];
    if (part === undefined) continue;
    let valid: unknown = schema(part);
    if (valid === undefined) {
      damaged = true;
      valid = keepValidEntries(schema, part);
    }
    if (valid !== undefined) parts[name] = valid;
  }
  const store = parts as unknown as Store;
  if (damaged) {
    store.notice = { kind: 'recovered', at: now };
    // The validators may cover posts that were lost.
    store.sources = Object.fromEntries(
      Object.entries(store.sources).map(([url, state]) => [url, resetSourceState(state)]),
    );
  }
  return { store, damaged: damaged ? (stored[STORE_KEY] ?? value) : undefined, outdated };
}
