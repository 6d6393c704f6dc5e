import { relative } from 'node:path';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';
import { add, type Count, formatCount } from './count.ts';

interface FileResult {
  count: Count;
  failures: string[];
}

/**
 * web-test-runner reporter: one line per test file as soon as it has run, its failures below it, and the counts at the
 * end in the form that `parseCount` reads. With `grep`, tests that did not run do not count as failures.
 */
export function browserReporter(browser: string, { grep }: { grep: boolean }): Reporter {
  return {
    reportTestFileResults({ sessionsForTestFile: [session] }) {
      if (!session) return;
      const { count, failures } = resultOf(session, grep);
      const failed = failures.length ? `${failures.length} failed, ` : '';
      print(`${failed ? '✗' : '✓'} ${browser}  ${fileOf(session)}  ${failed}${count.passed} passed`);
      for (const failure of failures) print(`\n  ${failure}\n`);
    },
    onTestRunFinished({ sessions }) {
      const total = sessions
        .map((session) => resultOf(session, grep).count)
        .reduce(add, { passed: 0, failed: 0, skipped: 0 });
      print(`${browser}: ${formatCount(total)}`);
    },
  };
}

/** Not `console`: web-test-runner adds cursor movements to its output, even without a terminal. */
const print = (text: string) => process.stdout.write(`${text}\n`);

const fileOf = ({ testFile }: TestSession) => relative('', testFile);

function resultOf(session: TestSession, grep: boolean): FileResult {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  const visit = ({ tests, suites }: Pick<TestSuiteResult, 'tests' | 'suites'>, path: string[]) => {
    for (const { name, passed, skipped, error } of tests) {
      if (skipped) count.skipped++;
      else if (passed) count.passed++;
      else if (error || !grep) {
        // A test that `--grep` leaves out has neither passed nor an error.
        const stack = error?.stack?.split('\n').slice(0, 4).join('\n') ?? '';
        failures.push(`${[...path, name].join(' › ')}\n    ${error?.message ?? ''}\n${stack}`);
      }
    }
    for (const suite of suites) visit(suite, [...path, suite.name]);
  };
  const { tests = [], suites = [] } = session.testResults ?? {};
  visit({ tests, suites }, []);
  // A file that does not load has errors and no results; one without a test has neither.
  for (const { message, stack } of session.errors) failures.push(`${message}\n${stack ?? ''}`);
  const empty = !tests.length && !suites.length && !session.errors.length;
  if (empty && !grep) failures.push('holds no test');
  count.failed = failures.length;
  return { count, failures };
}
