/**
 * Configuration of web-test-runner. `npm test` passes it the files, the browser and `--grep`; on its own:
 * `npx tsx node_modules/.bin/wtr --config test/runner/web-test-runner.config.ts --files test/core/url.test.ts`.
 */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { browserReporter } from './browser-reporter.ts';
import { type BrowserId, isBrowserId, NAMES } from './browsers.ts';
import { launch } from './launch.ts';

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
  middleware: [
    // As the shipped server files do: sandboxed frames are of another origin.
    (context, next) => {
      context.set('Access-Control-Allow-Origin', '*');
      return next();
    },
    // The built scripts are served byte for byte: no plugin may transform them.
    async (context, next) => {
      const name = /^\/dist\/(embed\/[\w.-]+)$/.exec(context.path)?.[1];
      if (!name) return next();
      context.type = extname(name);
      const built = await readFile(`${ROOT}dist/${name}`).catch(() => undefined);
      if (built) context.body = built;
    },
    // The built scripts beside some that are cut off, the first time or always, or never sent:
    // `/broken/once/tct-weather.js,tct-all.js/tct.js`.
    async (context, next) => {
      const [, when, bad, name] =
        /^\/broken\/(once|always|never)\/([\w.,-]+)\/([\w.-]+)$/.exec(context.path) ?? [];
      if (!name) return next();
      const isBad = bad!.split(',').includes(name);
      if (isBad && when === 'never') await new Promise(() => {});
      context.type = 'text/javascript';
      const built = await readFile(`${ROOT}dist/embed/${name}`);
      // A second attempt has a query.
      const isCut = isBad && !(when === 'once' && context.querystring);
      context.body = isCut ? built.subarray(0, built.length / 2) : built;
    },
  ],
  plugins: [
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
