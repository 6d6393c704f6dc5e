/** How many tests passed, failed and were skipped. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line of a run, for people and for `.ci/run`. */
export function formatCount({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** Reads the line with which a reporter ends (`Node: 12 passed, 0 failed`); undefined for any other line. */
export function parseCount(line: string): Count | undefined {
  const found = /^[\w .]+: (\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
  return found
    ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) }
    : undefined;
}

/** A test file of which some tests failed, and the counts of its run. */
export interface FailedFile {
  file: string;
  passed: number;
  failed: number;
}

/** Reads the line with which a reporter names such a file (`✗ Node  test/core/url.test.ts  1 failed, 2 passed`). */
export function parseFailedFile(line: string): FailedFile | undefined {
  const found = /^✗ [\w .]+? {2}(\S+\.test\.ts) {2}(\d+) failed, (\d+) passed/.exec(line);
  return found ? { file: found[1]!, failed: Number(found[2]), passed: Number(found[3]) } : undefined;
}
