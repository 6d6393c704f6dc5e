import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startTestRunner } from '@web/test-runner';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner-core';
import type { Browser } from './browsers.ts';
import { type Count, none } from './count.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Counts, and prints what failed so that it can be found: file, test, message. */
function reporter(browser: string, done: (count: Count) => void): Reporter {
  const visit = (suite: TestSuiteResult | undefined, path: string[], count: Count) => {
    for (const test of suite?.tests ?? []) {
      if (test.skipped) count.skipped++;
      else if (test.passed) count.passed++;
      else {
        count.failed++;
        console.log(
          `\n  ✗ ${browser}: ${[...path, test.name].join(' › ')}\n    ${test.error?.message ?? ''}`,
        );
        if (test.error?.stack) console.log(test.error.stack.split('\n').slice(0, 4).join('\n'));
      }
    }
    for (const inner of suite?.suites ?? []) visit(inner, [...path, inner.name], count);
  };
  return {
    onTestRunFinished({ sessions }: { sessions: TestSession[] }) {
      const count = none();
      for (const session of sessions) {
        visit(session.testResults, [session.testFile?.replace(ROOT, '') ?? ''], count);
        // A file that does not load has no results, only errors; one without tests has neither.
        const { suites = [], tests = [] } = session.testResults ?? {};
        const silent = !session.errors.length && !suites.length && !tests.length;
        for (const error of silent ? [{ message: 'holds no test', stack: '' }] : session.errors) {
          count.failed++;
          console.log(
            `\n  ✗ ${browser}: ${session.testFile?.replace(ROOT, '')}\n    ${error.message}\n${error.stack ?? ''}`,
          );
        }
      }
      done(count);
    },
  };
}

/** Runs test files in one browser. */
export async function runInBrowser(browser: Browser, files: string[]): Promise<Count> {
  let counted = none();
  const runner = await startTestRunner({
    autoExitProcess: false,
    readCliArgs: false,
    readFileConfig: false,
    config: {
      rootDir: ROOT,
      hostname: '127.0.0.1',
      files,
      nodeResolve: { exportConditions: ['browser', 'development'] },
      browsers: [browser.launcher],
      // What was built is tested as it is, byte for byte.
      middleware: [
        async (context, next) => {
          const name = /^\/dist\/(embed\/[\w.-]+)$/.exec(context.path)?.[1];
          if (!name) return next();
          context.type = name.endsWith('.js') ? 'text/javascript' : 'application/json';
          const built = await readFile(`${ROOT}dist/${name}`).catch(() => undefined);
          if (built) context.body = built;
        },
      ],
      plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${ROOT}tsconfig.json` })],
      testFramework: { config: { timeout: 120_000 } },
      testsStartTimeout: 120_000,
      testsFinishTimeout: 600_000,
      browserStartTimeout: 120_000,
      reporters: [reporter(browser.name, (count) => (counted = count))],
      watch: false,
    },
  });
  if (!runner) throw new Error(`The tests could not be started in ${browser.name}`);
  await new Promise<void>((resolve) => runner.on('stopped', () => resolve()));
  browser.stop?.();
  return counted;
}
