/** Whole degrees, `−5°` (halves go up, and there is no minus zero), with a unit behind. */
export function degrees(temperature: number, unit = ''): string {
  return `${Math.round(temperature) || 0}°${unit}`.replace('-', '−');
}

/** Whole percent; empty where it is not known. */
export function percent(share: number | undefined): string {
  return share === undefined ? '' : `${Math.round(share)}%`;
}

/** 0 to 23. */
export const hourOf = (time: string): number => Number(time.slice(11, 13));
