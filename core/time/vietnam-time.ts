import { HOUR_MS } from './duration.ts';

/** Vietnam is this far ahead of UTC all year; there is no summer time. */
export const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/**
 * Formats an instant as the model writes dates.
 *
 * @param at milliseconds since the epoch
 * @returns `YYYY-MM-DDTHH:mm:ss+07:00`
 */
export function formatVietnamTime(at: number): string {
  return `${new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}
