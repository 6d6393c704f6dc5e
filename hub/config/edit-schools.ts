/** Edits of the schools of a configuration and their sources. Each takes the text of a valid one and returns another. */
import { isDeepStrictEqual } from 'node:util';
import {
  type Cluster,
  type ClusterSchool,
  type ClusterSource,
  LIST_KINDS,
  type ListKind,
} from '../../core/config/cluster.ts';
import { configEntry } from '../collect/sources.ts';
import { appendItem, changeValue, isObject, removeAt, setField, valueAt } from './edit-json.ts';

/** What is to be edited is not in the configuration (any more), or not as its editor saw it. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/** What of a school can be edited. Its other fields stay. */
export interface EditedSchool {
  id: string;
  name: string;
  home: string;
  /** False while it is paused. */
  active: boolean;
  lists: Record<ListKind, ClusterSource[]>;
}

/** What of a school can be edited, as the configuration has it. */
export const editedSchool = ({
  id,
  name,
  home,
  active,
  news,
  documents,
  gallery,
}: ClusterSchool): EditedSchool => ({
  id,
  name,
  home,
  active,
  lists: { news, documents, gallery },
});

/** What an editor made of a value that they saw, where it is another one now. @throws GoneError */
function merged<T>(now: T, seen: T, wanted: T, school: string): T {
  if (isDeepStrictEqual(wanted, seen)) return now;
  if (isDeepStrictEqual(now, seen) || isDeepStrictEqual(now, wanted)) return wanted;
  throw new GoneError(`Trường “${school}” không còn như lúc được mở ra để sửa.`);
}

/**
 * A school with the changes that were made in what its editor saw, and those that somebody else made meanwhile.
 *
 * @throws GoneError if both have changed the same
 */
function mergedSchool(now: EditedSchool, seen: EditedSchool, wanted: EditedSchool): EditedSchool {
  const merge = <T>(of: (school: EditedSchool) => T) => merged(of(now), of(seen), of(wanted), now.id);
  return {
    id: wanted.id,
    name: merge(({ name }) => name),
    home: merge(({ home }) => home),
    active: merge(({ active }) => active),
    lists: {
      news: merge(({ lists }) => lists.news),
      documents: merge(({ lists }) => lists.documents),
      gallery: merge(({ lists }) => lists.gallery),
    },
  };
}

/** @throws GoneError */
function indexOfSchool(cluster: Cluster, id: string): number {
  const index = cluster.schools.findIndex((school) => school.id === id);
  if (index < 0) throw new GoneError(`Trường “${id}” không có trong cấu hình.`);
  return index;
}

/** A source as a file has it: as before where it means the same. */
function sourceEntry(source: ClusterSource, before: unknown, meant: ClusterSource | undefined): unknown {
  if (before !== undefined && isDeepStrictEqual({ ...source }, { ...meant })) return before;
  const entry = configEntry(source);
  if (!isObject(before)) return entry;
  const fields: Record<string, unknown> = { ...source };
  const kept = Object.entries(before).filter(([key, value]) => isDeepStrictEqual(fields[key], value));
  return { ...Object.fromEntries(kept), ...(typeof entry === 'string' ? { url: entry } : entry) };
}

/** A list of sources as a file has it: a single one without brackets, unless it had them. */
function listEntry(sources: ClusterSource[], before: unknown, meant: ClusterSource[]): unknown {
  const given = before === undefined ? [] : Array.isArray(before) ? before : [before];
  const entries = sources.map((source) => {
    const index = meant.findIndex(({ url }) => url === source.url);
    return sourceEntry(source, given[index], meant[index]);
  });
  if (!entries.length) return undefined;
  return entries.length > 1 || Array.isArray(before) ? entries : entries[0];
}

/** Sets the sources of a school's list. */
function setSources(
  text: string,
  cluster: Cluster,
  school: number,
  kind: ListKind,
  sources: ClusterSource[],
): string {
  const path = ['schools', school, kind];
  const before = valueAt(text, path);
  const entry = listEntry(sources, before, cluster.schools[school]![kind]);
  if (entry === undefined) return removeAt(text, path);
  const after = { news: 'home', documents: 'news', gallery: 'documents' }[kind];
  return before === undefined ? setField(text, path, entry, after) : changeValue(text, path, entry);
}

/** The fields of a school that cannot be edited, as the file has them, such as the posts to hide. */
export function otherFields(text: string, cluster: Cluster, id: string): Record<string, unknown> {
  const entry = valueAt(text, ['schools', indexOfSchool(cluster, id)]) as Record<string, unknown>;
  const { id: _, name, home, active, news, documents, gallery, ...others } = entry;
  return others;
}

/** Adds a school. @param others its fields that cannot be edited */
export function addSchool(
  text: string,
  { id, name, home, active, lists }: EditedSchool,
  others: Record<string, unknown> = {},
): string {
  const sources = LIST_KINDS.map((kind) => [kind, listEntry(lists[kind], undefined, [])]);
  const entry = { id, name, home, ...(!active && { active }), ...others, ...Object.fromEntries(sources) };
  return valueAt(text, ['schools']) === undefined
    ? setField(text, ['schools'], [entry])
    : appendItem(text, ['schools'], entry);
}

/**
 * Changes a school.
 *
 * @param was its id before
 * @param seen the school that its editor changed; what somebody else has changed since then stays
 * @throws GoneError if it is gone, or if both have changed the same
 */
export function changeSchool(
  text: string,
  cluster: Cluster,
  was: string,
  wanted: EditedSchool,
  seen?: EditedSchool,
): string {
  const index = indexOfSchool(cluster, was);
  const before = cluster.schools[index]!;
  const school = seen ? mergedSchool(editedSchool(before), seen, wanted) : wanted;
  let result = text;
  const set = (key: string, value: unknown, after?: string) => {
    result = setField(result, ['schools', index, key], value, after);
  };
  if (school.id !== was) {
    set('id', school.id);
    for (const [other, { successor }] of cluster.schools.entries())
      if (successor === was) result = setField(result, ['schools', other, 'successor'], school.id);
  }
  if (school.name !== before.name) set('name', school.name);
  if (school.home !== before.home) set('home', school.home);
  if (school.active !== before.active) {
    if (school.active) result = removeAt(result, ['schools', index, 'active']);
    else set('active', false, 'home');
  }
  for (const kind of LIST_KINDS) result = setSources(result, cluster, index, kind, school.lists[kind]);
  return result;
}

/** The last school of a hub cannot be removed: its runs would fail from then on. */
export class LastSchoolError extends Error {
  override readonly name = 'LastSchoolError';
}

/**
 * Removes a school, and the references to it.
 *
 * @param hasRun whether the hub has run already
 * @throws GoneError; LastSchoolError, if the hub has run
 */
export function removeSchool(text: string, cluster: Cluster, id: string, hasRun: boolean): string {
  const index = indexOfSchool(cluster, id);
  if (hasRun && cluster.schools.length === 1)
    throw new LastSchoolError(
      `“${id}” là trường cuối cùng: bỏ nó thì trạm không chạy được nữa. Hãy thêm trường khác trước, hoặc tạm dừng nó.`,
    );
  let result = text;
  for (const [other, { successor }] of cluster.schools.entries())
    if (successor === id) result = removeAt(result, ['schools', other, 'successor']);
  return removeAt(result, ['schools', index]);
}

/** A source of the configuration. */
export interface SourceRef {
  school: string;
  kind: ListKind;
  url: string;
}

/**
 * Replaces a source, or removes it.
 *
 * @param change returns what it becomes; undefined to remove it
 * @throws GoneError
 */
export function changeSource(
  text: string,
  cluster: Cluster,
  { school, kind, url }: SourceRef,
  change: (source: ClusterSource) => ClusterSource | undefined,
): string {
  const index = indexOfSchool(cluster, school);
  const sources = cluster.schools[index]![kind];
  const at = sources.findIndex((source) => source.url === url);
  if (at < 0) throw new GoneError(`Nguồn ${url} không có trong cấu hình của trường “${school}”.`);
  const changed = change(sources[at]!);
  const path = ['schools', index, kind];
  const before = valueAt(text, path);
  const isList = Array.isArray(before);
  if (changed === undefined)
    return isList && sources.length > 1 ? removeAt(text, [...path, at]) : removeAt(text, path);
  const given = isList ? before[at] : before;
  return changeValue(text, isList ? [...path, at] : path, sourceEntry(changed, given, sources[at]));
}

/** Pauses a source, or reads it again. */
export const paused = (source: ClusterSource, isPaused: boolean): ClusterSource => {
  const { active: _, ...rest } = source;
  return isPaused ? { ...rest, active: false } : rest;
};
