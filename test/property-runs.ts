const MIN_RUNS = 25;

/**
 * How often a property test repeats: a tenth of the full count and at least 25 times, so that `npm test` stays quick;
 * the full count where `TCT_ALL` is set, as `npm run test:all` does.
 */
export function propertyRuns(full: number): number {
  return process.env.TCT_ALL ? full : Math.min(full, Math.max(MIN_RUNS, Math.ceil(full / 10)));
}
