import type { ListKind } from '../core/config/cluster.ts';
import type { PollOutcome } from '../core/poll/next.ts';
import { problemMessage } from '../core/poll/reason.ts';

/** What the lists are called. */
export const LIST: Record<ListKind, string> = { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' };

/** Why a poll brought nothing, for a webmaster; undefined if it did. */
export function errorMessage(outcome: PollOutcome): string | undefined {
  if ('failure' in outcome) return problemMessage({ kind: outcome.failure }).vi;
  const { status } = outcome;
  return status < 300 || status === 304 ? undefined : problemMessage({ kind: 'status', status }).vi;
}
