/**
 * Configuration of web-test-runner. `npm test` passes it the files, the browser and `--grep`; on its own:
 * `npx tsx node_modules/.bin/wtr --config test/runner/web-test-runner.config.ts --files test/core/url.test.ts`.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { browserReporter } from './browser-reporter.ts';
import { type BrowserId, isBrowserId, NAMES } from './browsers.ts';
import { brokenScripts, builtScripts, replacedScripts, sandboxedOrigin } from './built-scripts.ts';
import { demoPages } from './demo-pages.ts';
import { launch } from './launch.ts';
import { onePage } from './one-page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

// The other options are web-test-runner's own.
const { values } = parseArgs({
  options: { browser: { type: 'string' }, grep: { type: 'string' }, watch: { type: 'boolean' } },
  strict: false,
});
const browser: BrowserId = isBrowserId(values.browser) ? values.browser : 'chromium';
const { grep } = values;

export default {
  rootDir: ROOT,
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [await launch(browser)],
  middleware: [sandboxedOrigin, builtScripts, brokenScripts, replacedScripts, demoPages],
  plugins: [
    onePage(process.env.TCT_ONE_PAGE?.split(' ') ?? []),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: `${ROOT}tsconfig.json`,
      // Tests read it in Node, too.
      define: Object.fromEntries(
        ['TCT_ALL', 'TCT_SEED'].map((name) => [
          `process.env.${name}`,
          JSON.stringify(process.env[name] ?? ''),
        ]),
      ),
    }),
  ],
  testFramework: { config: { timeout: 120_000, ...(grep ? { grep } : undefined) } },
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  reporters: [
    values.watch ? defaultReporter() : browserReporter(NAMES[browser], { grep: grep !== undefined }),
  ],
} satisfies TestRunnerConfig;
