/** Milliseconds Vietnam is ahead of Greenwich, the whole year. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** A moment (ms since the epoch) as the model writes dates: `YYYY-MM-DDTHH:mm:ss+07:00`. */
export function formatVietnamTime(at: number): string {
  return `${new Date(at + VIETNAM_OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}
