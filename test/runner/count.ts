/** What a run of tests came to. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const none = (): Count => ({ passed: 0, failed: 0, skipped: 0 });

export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line, in the form that machines read too. */
export function line({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
