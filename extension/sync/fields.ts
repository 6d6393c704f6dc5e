/**
 * The settings and subscriptions that computers share, as one value for each field. Not: the pause, the end of the
 * welcome, whether sync is on, accepted redirects (they need a permission on each computer), and nothing of a policy.
 */

import { hubUrl } from '../schools/configuration.ts';
import { removeSchool } from '../store/changes.ts';
import { httpAddress } from '../store/fields.ts';
import { isSame } from '../store/is-same.ts';
import { emptyStore, type Store, storeParts } from '../store/schema.ts';
import { listedSchool } from '../store/school-schema.ts';
import { type SyncItems, schoolItem, schoolOf } from './items.ts';

/** Values by item and name. */
type SharedFields = Record<string, Record<string, unknown>>;

const LOCAL_SETTINGS = new Set(['paused', 'welcomed', 'sync', 'watch', 'quiet']);
const QUIET = 'quiet.';
const { quiet: DEFAULT_QUIET, ...DEFAULT_SETTINGS } = emptyStore().settings;
const DEFAULTS: Record<string, unknown> = {
  ...DEFAULT_SETTINGS,
  ...Object.fromEntries(Object.entries(DEFAULT_QUIET).map(([name, value]) => [QUIET + name, value])),
};

/** The fields of a store that are shared, without those that have their default. */
export function sharedFields({ settings, hub, own, choices, since }: Store): SharedFields {
  const fields: SharedFields = { settings: {}, watch: {} };
  const add = (item: string, name: string, value: unknown) => {
    fields[item] ??= {};
    fields[item][name] = value;
  };
  const addSetting = (name: string, value: unknown) => {
    if (value !== undefined && value !== DEFAULTS[name] && !LOCAL_SETTINGS.has(name))
      add('settings', name, value);
  };
  for (const [name, value] of Object.entries(settings)) addSetting(name, value);
  for (const [name, value] of Object.entries(settings.quiet)) addSetting(QUIET + name, value);
  addSetting('hub', hub?.url);
  for (const word of settings.watch ?? []) add('watch', word, true);
  for (const school of own) add(schoolItem(school.id), 'own', school);
  for (const [id, choice] of Object.entries(choices))
    for (const [name, value] of Object.entries(choice)) add(schoolItem(id), name, value);
  for (const [id, time] of Object.entries(since)) add(schoolItem(id), 'since', time);
  return fields;
}

function withSetting(store: Store, name: string, value: unknown = DEFAULTS[name]): Store {
  if (LOCAL_SETTINGS.has(name)) return store;
  const { settings } = store;
  const candidate = name.startsWith(QUIET)
    ? { ...settings, quiet: { ...settings.quiet, [name.slice(QUIET.length)]: value } }
    : { ...settings, [name]: value };
  const valid = storeParts.settings(candidate);
  return valid && !isSame(valid, settings) ? { ...store, settings: valid } : store;
}

function withWatchWord(store: Store, word: string, isWatched: boolean): Store {
  const { watch = [] } = store.settings;
  if (watch.includes(word) === isWatched) return store;
  const others = watch.filter((other) => other !== word);
  const settings = storeParts.settings({
    ...store.settings,
    watch: isWatched ? [...others, word] : others,
  });
  return settings ? { ...store, settings } : store;
}

/** Follows a hub by its address. Its schools come with the next poll, which is due at once. */
function withHub(store: Store, address: unknown): Store {
  const url = httpAddress(address);
  if (url === store.hub?.url || (address !== undefined && url === undefined)) return store;
  const { hub: _, ...others } = store;
  if (url === undefined) return others;
  const hub = { url, name: '', schools: [] };
  const { [`${hubUrl({ ...emptyStore(), hub })}cluster.json`]: __, ...sources } = store.sources;
  return { ...others, hub, sources };
}

function withSchoolField(store: Store, id: string, name: string, value: unknown): Store {
  if (name === 'own') {
    if (value === undefined)
      return store.own.some((school) => school.id === id) ? removeSchool(store, id) : store;
    const school = listedSchool(value);
    const known = store.own.find((other) => other.id === id);
    if (school?.id !== id || isSame(school, known)) return store;
    return { ...store, own: [...store.own.filter((other) => other !== known), school] };
  }
  const choices = storeParts.choices({ ...store.choices, [id]: { ...store.choices[id], [name]: value } });
  if (!choices || isSame(choices[id], store.choices[id] ?? {})) return store;
  return { ...store, choices };
}

/** The store with the values of these items, where they fit; the same object if it has them all. */
export function applyFields(store: Store, items: SyncItems): Store {
  const shared = sharedFields(store);
  let applied = store;
  for (const [item, { fields = {} }] of Object.entries(items))
    for (const [name, { v: value }] of Object.entries(fields)) {
      if (isSame(value, shared[item]?.[name])) continue;
      const id = schoolOf(item);
      if (id !== undefined) applied = withSchoolField(applied, id, name, value);
      else if (item === 'watch') applied = withWatchWord(applied, name, value === true);
      else if (name === 'hub') applied = withHub(applied, value);
      else applied = withSetting(applied, name, value);
    }
  return applied;
}
