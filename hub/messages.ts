/** Vietnamese texts shared by several parts of the hub. */
import type { ListKind } from '../core/config/cluster.ts';
import type { PollOutcome } from '../core/poll/next.ts';
import { problemMessage } from '../core/poll/problem-message.ts';

/** A text in both languages. */
export interface Words {
  vi: string;
  en: string;
}

/** Names of the lists. */
export const LIST_NAMES: Record<ListKind, string> = { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' };

/** Explains a failed poll to the webmaster; undefined if it succeeded, a 304 included. */
export function errorMessage(outcome: PollOutcome): string | undefined {
  if ('failure' in outcome) return problemMessage({ kind: outcome.failure }).vi;
  const { status } = outcome;
  return status < 300 || status === 304 ? undefined : problemMessage({ kind: 'status', status }).vi;
}
