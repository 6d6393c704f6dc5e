import { HOUR_MS } from './duration.ts';

/** How far Vietnam's clocks are ahead of UTC, all year round: there is no summer time. */
export const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/**
 * A moment as the model writes dates.
 *
 * @param at milliseconds since the epoch
 * @returns `YYYY-MM-DDTHH:mm:ss+07:00`
 */
export function formatVietnamTime(at: number): string {
  return `${new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}
