import type { ConfiguredSource } from '../collect/sources.ts';
import type { RunEvent } from '../run.ts';
import type { RunProgress, SourceRef } from './api.ts';

export const toRef = ({ school, kind, url }: ConfiguredSource): SourceRef => ({
  school: school.id,
  kind,
  url,
});

/** The progress of a run, as the page is told. */
export function toProgress(event: RunEvent): RunProgress {
  return event.phase === 'images' ? event : { ...event, source: toRef(event.source) };
}
