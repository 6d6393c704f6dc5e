import type { SourceRef } from '../setup/api.ts';
import type { ConsoleContext } from './context.ts';

/** An address as people say it: without its scheme, `www.` and a slash at the end, its path in letters. */
export function shortAddress(url: string): string {
  const short = url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}

/** What a source is called below its school: its list, and its address if the list has several sources. */
export function sourceLabel({ school, kind, url }: SourceRef, { state, words }: ConsoleContext): string {
  const name = words.sources.kinds[kind];
  const list = state.schools.find(({ id }) => id === school)?.lists[kind] ?? [];
  return list.length > 1 ? `${name}: ${shortAddress(url)}` : name;
}

/** What a source is called anywhere: with the name of its school. */
export function sourceName(source: SourceRef, context: ConsoleContext): string {
  const school = context.state.schools.find(({ id }) => id === source.school)?.name ?? source.school;
  return `${school} – ${sourceLabel(source, context)}`;
}
