import type { SourceFacts } from '../../core/discover/weigh.ts';
import { configEntry } from '../collect/sources.ts';
import type { SiteResult } from '../discover/discover-site.ts';
import type { SchoolEntry } from '../discover/school-entry.ts';
import { type TriedSource, type WorkingSource, works } from '../discover/types.ts';

const isoDate = (time: number | undefined) => time && new Date(time).toISOString();

function factsAsJson({ newest, oldest, hasValidators, ...counts }: SourceFacts): object {
  return { ...counts, newest: isoDate(newest), oldest: isoDate(oldest), validators: hasValidators };
}

function triedAsJson(tried: TriedSource, chosen: readonly WorkingSource[]): object {
  const { kind, source } = tried;
  return {
    list: kind,
    source: configEntry(source),
    ...(works(tried)
      ? { ok: true, chosen: chosen.includes(tried), ...factsAsJson(tried.facts) }
      : { ok: false, chosen: false, error: tried.refusal }),
  };
}

/** What was found for an address, as `--json` prints it. */
export function siteAsJson(result: SiteResult, entry: SchoolEntry | undefined): object {
  const { address, requests, notes } = result;
  if ('refusal' in result) return { address, requests, notes, error: result.refusal };
  const { home, cms, title, tried, chosen } = result;
  const sources = tried.map((each) => triedAsJson(each, chosen[each.kind]));
  return { address, home, cms, title, requests, notes, sources, school: entry };
}
