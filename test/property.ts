/** fast-check, as the property tests use it. */
import fc from 'fast-check';

/**
 * By default every run tries the same values, so that a test fails because of a change and not by chance. `TCT_SEED`
 * chooses others: a number, or `random`.
 */
const DEFAULT_SEED = 1;

const seed = process.env.TCT_SEED || DEFAULT_SEED;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

const MIN_RUNS = 25;

/**
 * How often a property test repeats: a tenth of the full count and at least 25 times, so that `npm test` stays quick;
 * the full count where `TCT_ALL` is set, as `npm run test:all` does in Node.
 */
function propertyRuns(full: number): number {
  return process.env.TCT_ALL ? full : Math.min(full, Math.max(MIN_RUNS, Math.ceil(full / 10)));
}

export { fc, propertyRuns };
