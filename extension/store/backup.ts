import { asObject } from '../../core/read/json/values.ts';
import { loadStore, STORE_KEY } from './load.ts';
import { resetSourceState, type Store } from './schema.ts';

/** The user's data as JSON, without the policy, the permissions, the messages, the deeds and the sync of this browser. */
export function exportBackup(store: Store): string {
  const {
    managed: _,
    policyHub: __,
    denied: ___,
    offline: ____,
    notice: _____,
    rejected: ______,
    deeds: _______,
    sync: ________,
    ...userData
  } = store;
  return JSON.stringify({ 'tct-widgets': 'extension', ...userData }, null, 2);
}

/**
 * Replaces the user's data with a backup; undefined if `text` is not one. Poll times of known sources are
 * preserved, so that an import polls no source too soon. Validators come from the backup, as they belong to its posts.
 */
export function importBackup(store: Store, text: string, now: number): Store | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (asObject(value)['tct-widgets'] !== 'extension') return undefined;
  // A file sets no policy, and no deed of before could be undone after it.
  const {
    managed: _,
    policyHub: __,
    offline: ___,
    deeds: ____,
    sync: _____,
    ...imported
  } = loadStore({ [STORE_KEY]: value }, now).store;
  const { managed, policyHub, denied, offline, sync } = store;
  const sources = { ...imported.sources };
  for (const [url, state] of Object.entries(store.sources)) {
    const { due, earliest } = state.poll;
    const source = sources[url];
    sources[url] = source ? { ...source, poll: { ...source.poll, due, earliest } } : resetSourceState(state);
  }
  return {
    ...imported,
    sources,
    denied,
    ...(managed && { managed }),
    ...(policyHub && { policyHub }),
    ...(offline && { offline }),
    ...(sync && { sync }),
  };
}
