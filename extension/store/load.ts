import { asObject } from '../../core/read/json/values.ts';
import { type Report, within } from '../../core/schema.ts';
import { MAX_REPORTED } from './fields.ts';
import { migrate, VERSION_1_KEYS } from './migrations.ts';
import { emptyStore, resetSourceState, STORE_VERSION, type Store, storeParts } from './schema.ts';

/** Key of the store in `storage.local`. */
export const STORE_KEY = 'store';
/** Key of the copy of a damaged store. */
export const DAMAGED_COPY_KEY = 'store-broken';

export interface LoadedStore {
  store: Store;
  /** The stored value, if parts of it were invalid: the caller should keep a copy. */
  damaged?: unknown;
  /** The stored value was of an older version: the caller should write the store, then remove the old keys. */
  outdated: boolean;
}

/**
 * A store of the current version, without whatever does not fit. Missing and unusable parts are empty.
 *
 * @param valid a store whose parts fit: those that `value` still has are not looked at again
 */
export function validStore(value: object, report: Report, valid?: Store): Store {
  const parts: Record<string, unknown> = { ...emptyStore() };
  for (const [name, schema] of Object.entries(storeParts)) {
    const part = (value as Record<string, unknown>)[name];
    if (part === undefined) continue;
    if (part === valid?.[name as keyof Store]) {
      parts[name] = part;
      continue;
    }
    // Nearly always all of it fits, which is faster to find out without paths.
    const fitting: unknown = schema(part) ?? schema(part, within(report, name));
    if (fitting !== undefined) parts[name] = fitting;
  }
  return parts as unknown as Store;
}

/** The stored value as an object; the keys of version 1 are put together. Undefined if nothing is stored. */
function storedObject(stored: Record<string, unknown>, report: Report): Record<string, unknown> | undefined {
  if (STORE_KEY in stored) {
    const value = stored[STORE_KEY];
    if (typeof value !== 'object' || value === null) report('');
    return asObject(value);
  }
  const keys = VERSION_1_KEYS.filter((key) => key in stored);
  return keys.length
    ? { version: 1, ...Object.fromEntries(keys.map((key) => [key, stored[key]])) }
    : undefined;
}

/**
 * Migrates and validates what `storage.local` holds. Leaves out only what does not fit, and names it in a notice.
 *
 * @param now ms since the epoch, for the notice about repaired data
 */
export function loadStore(stored: Record<string, unknown>, now: number): LoadedStore {
  const rejected: string[] = [];
  const report: Report = (path) => void rejected.push(path);
  const value = storedObject(stored, report);
  if (!value) return { store: emptyStore(), outdated: false };
  const migrated = migrate(value);
  if (migrated.version !== STORE_VERSION) report('version');
  const store = validStore(migrated, report);
  const outdated = migrated !== value;
  if (!rejected.length) return { store, outdated };
  store.notice = { kind: 'recovered', at: now };
  store.rejected = rejected.filter(Boolean).slice(0, MAX_REPORTED);
  // The validators may cover posts that were lost.
  if (rejected.some((path) => !path || /^(?:posts|memory)\b/.test(path)))
    store.sources = Object.fromEntries(
      Object.entries(store.sources).map(([url, state]) => [url, resetSourceState(state)]),
    );
  return { store, damaged: stored[STORE_KEY] ?? value, outdated };
}
