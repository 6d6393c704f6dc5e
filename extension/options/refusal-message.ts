import { problemMessage } from '../../core/poll/problem-message.ts';
import type { Words } from '../words/words.ts';
import type { ProbeRefusal } from './probe-site.ts';

/** Describes in the page's language why an address could not be read. */
export function refusalMessage({ problem, status, reason }: ProbeRefusal, { lang, options }: Words): string {
  if (reason) return reason[lang];
  if (problem === 'denied') return options.source.refused;
  if (problem === 'elsewhere') return options.add.elsewhere;
  if (problem === 'not-a-hub') return options.hub.none;
  return problemMessage({ kind: problem, ...(status && { status }) }, false)[lang];
}
