/** A time (ms since the epoch) as the model writes it: Vietnam's clock. */
export function inVietnam(at: number): string {
  return `${new Date(at + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
