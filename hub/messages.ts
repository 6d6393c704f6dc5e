import type { Kind } from '../core/config/cluster.ts';
import type { Outcome } from '../core/poll/next.ts';
import { reasonOf } from '../core/poll/reason.ts';

/** What the lists are called. */
export const LIST: Record<Kind, string> = { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' };

/** Why a poll brought nothing, for a webmaster; undefined if it did. */
export function whyNot(outcome: Outcome): string | undefined {
  if ('failure' in outcome) return reasonOf({ kind: outcome.failure }).vi;
  const { status } = outcome;
  return status < 300 || status === 304 ? undefined : reasonOf({ kind: 'status', status }).vi;
}
