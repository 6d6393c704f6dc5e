import { relative, resolve } from 'node:path';
import Mocha from 'mocha';

const { EVENT_RUN_END, EVENT_SUITE_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } =
  Mocha.Runner.constants;

/** Files that take longer are printed with their duration. */
const SLOW_FILE_MS = 2000;

/**
 * Mocha reporter: one line per test file as soon as it has run, its failures below it, and the counts at the end in
 * the form that `count.ts` parses. It is JavaScript because Mocha loads reporters with `require`.
 */
export default class NodeReporter extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    // A glob is Mocha's to resolve, and with `--grep` a file may well have nothing to run.
    const silent = new Set(options.grep ? [] : options.spec?.filter((path) => path.endsWith('.ts')));
    let passed = 0;
    let durationMs = 0;
    let failures = [];
    let file;
    const fileOf = (test) => {
      file ??= test.file;
    };
    const printFile = () => {
      if (!file) return;
      for (const path of silent) if (resolve(path) === file) silent.delete(path);
      const mark = failures.length ? '✗' : '✓';
      const failed = failures.length ? `${failures.length} failed, ` : '';
      const seconds = durationMs < SLOW_FILE_MS ? '' : `, ${(durationMs / 1000).toFixed(1)} s`;
      console.log(`${mark} Node  ${relative('', file)}  ${failed}${passed} passed${seconds}`);
      if (failures.length) Mocha.reporters.Base.list(failures);
      passed = 0;
      durationMs = 0;
      failures = [];
      file = undefined;
    };

    runner.on(EVENT_TEST_PASS, (test) => {
      fileOf(test);
      passed++;
      durationMs += test.duration ?? 0;
    });
    runner.on(EVENT_TEST_PENDING, fileOf);
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      // A file that does not load has no test: Mocha puts its path on the error.
      fileOf(test.file ? test : error);
      failures.push(test);
    });
    runner.on(EVENT_SUITE_END, (suite) => suite.root && printFile());
    runner.once(EVENT_RUN_END, () => {
      printFile();
      for (const path of silent) console.log(`✗ Node  ${path}  holds no test`);
      const { passes, pending } = this.stats;
      const failed = this.stats.failures + silent.size;
      console.log(`Node: ${passes} passed, ${failed} failed${pending ? `, ${pending} skipped` : ''}`);
    });
  }
}
