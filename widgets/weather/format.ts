/** Formats whole degrees as `−5°`, followed by a unit; halves round up, and zero has no sign. */
export function degrees(temperature: number, unit = ''): string {
  return `${Math.round(temperature) || 0}°${unit}`.replace('-', '−');
}

/** Formats whole percent; empty if unknown. */
export function percent(value: number | undefined): string {
  return value === undefined ? '' : `${Math.round(value)}%`;
}

/** The hour of a time, 0 to 23. */
export const hourOf = (time: string): number => Number(time.slice(11, 13));
