/**
 * The command behind `npm test`: selects test files, builds the parts of `dist/` that they use, and starts Mocha and
 * web-test-runner with their configurations in `test/runner/`.
 *
 *     npm test                                 all tests, each in Node or in one browser
 *     npm test -- core/time parse-rss          the files whose path contains one of the fragments
 *     npm test -- core/time --watch            again after every change
 *     npm test -- core --grep "leap year"      the tests whose name matches
 *     npm test -- core --node                  in Node alone
 *     npm test -- core --browser firefox       in one browser alone: chromium, firefox, webkit or chromium-109
 *     npm run test:all                         in Node, with the long runs and end-to-end tests, and in all browsers
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { buildIfChanged } from '../build/build.ts';
import type { Part } from '../build/parts.ts';
import { anyBrowser, type BrowserId, isAvailable, isBrowserId, NAMES } from './runner/browsers.ts';
import {
  add,
  type Count,
  type FailedFile,
  formatCount,
  parseCount,
  parseFailedFile,
} from './runner/count.ts';
import { longestFirst } from './runner/longest-first.ts';
import { ONE_PAGE } from './runner/one-page.ts';
import { isE2e, partsNeeded, ROOT, selectFiles } from './runner/select.ts';

const { values: options, positionals: fragments } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    node: { type: 'boolean', default: false },
    browser: { type: 'string', multiple: true, default: [] },
    grep: { type: 'string' },
    watch: { type: 'boolean', default: false },
  },
});
const unknown = options.browser.filter((name) => !isBrowserId(name));
if (unknown.length) fail(`--browser takes ${Object.keys(NAMES).join(', ')}, not ${unknown.join(', ')}.`);
const files = selectFiles(fragments, { e2e: options.all });
const named = options.browser.filter(isBrowserId);
const grep = options.grep === undefined ? [] : [`--grep=${options.grep}`];

const inNode = named.length && !options.node ? [] : files.node;
const inBrowsers = options.node && !named.length ? [] : files.browser.filter(isOfSomeBrowser);
if (!inNode.length && !inBrowsers.length)
  fail(`No test file's path contains ${fragments.join(' or ') || 'anything'}.`);

/** More files that fail at once do not fail by chance. */
const MAX_UNSTEADY_FILES = 3;

let total: Count = { passed: 0, failed: 0, skipped: 0 };
const failures: (FailedFile & { name: string; again: () => ChildProcess })[] = [];
await (options.watch ? watch() : run());

/** What runs everywhere is tested in Node first; in browsers when these are asked for. */
function isOfSomeBrowser(file: string): boolean {
  return options.all || named.length > 0 || !files.node.includes(file);
}

/** Chromium runs code without a DOM as Node does, unless it is asked to. */
function testsFor(browser: BrowserId): string[] {
  return browser === 'chromium' && !named.length
    ? inBrowsers.filter((file) => !files.node.includes(file))
    : inBrowsers;
}

/**
 * Runs the tests in Node and in the browsers, two of these at a time: each keeps about one processor busy. Node tests that
 * need nothing built run during the build.
 */
async function run(): Promise<void> {
  const needsBuild = (file: string) => partsNeeded(file).size > 0;
  const built = build([...inNode, ...inBrowsers]);
  const queue = [
    async () => {
      await runInNode(inNode.filter((file) => !needsBuild(file) && !isE2e(file)));
      await built;
      // The hub's tests mostly wait, as the hub pauses between requests to a host.
      await runInNode(
        inNode.filter((file) => needsBuild(file) && !isE2e(file)),
        3,
      );
    },
    ...(await wantedBrowsers()).map((browser) => () => built.then(() => runInBrowser(browser))),
  ];
  const runQueued = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all([runQueued(), runQueued()]);
  // These start browsers themselves, whose windows must not compete with the ones above.
  await runInNode(inNode.filter(isE2e));
  if (!fragments.length) await runFailedAgain();
  console.log(formatCount(total));
  process.exit(total.failed || !total.passed ? 1 : 0);
}

/**
 * Runs files that failed beside all others once more, alone. A fault fails twice; what only a busy machine breaks is said
 * aloud, and does not fail a whole run.
 */
async function runFailedAgain(): Promise<void> {
  if (failures.length > MAX_UNSTEADY_FILES) return;
  for (const { name, file, passed, failed, again } of failures) {
    console.log(`Again, alone: ${name}  ${file}`);
    const count = await countOf(name, again());
    if (!count?.passed || count.failed) continue;
    console.log(`UNSTEADY: ${name}  ${file} failed beside others and passed alone.`);
    total = { ...total, passed: total.passed + count.passed - passed, failed: total.failed - failed };
  }
}

/** Tests that run in both are watched in Node, which starts faster, unless `--browser` names a browser. */
async function watch(): Promise<void> {
  const watched = inNode.length ? inNode : inBrowsers;
  await build(watched);
  const browser = named[0] ?? (inNode.length ? undefined : await anyBrowser());
  const child = inNode.length
    ? mocha(watched, ['--watch'], 'inherit')
    : webTestRunner(watched, browser ?? 'chromium', ['--watch'], 'inherit');
  const [status] = await once(child, 'exit');
  process.exit(status ?? 0);
}

async function build(tests: string[]): Promise<void> {
  const parts = new Set<Part>(tests.flatMap((file) => [...partsNeeded(file)]));
  if (parts.size) await buildIfChanged([...parts]);
}

/** @param perProcessor how many files run at a time */
async function runInNode(tests: string[], perProcessor = 1.5): Promise<void> {
  if (!tests.length) return;
  const jobs = [`--jobs=${Math.ceil(availableParallelism() * perProcessor)}`];
  await counted('Node', mocha(longestFirst(tests), jobs, 'pipe'), (file) => mocha([file], [], 'pipe'));
}

async function runInBrowser(browser: BrowserId | undefined): Promise<void> {
  if (browser && (await isAvailable(browser))) {
    const chosen = testsFor(browser);
    for (const tests of browser === 'webkit' ? byFolder(chosen) : [chosen])
      await counted(NAMES[browser], webTestRunner(tests, browser, [], 'pipe'), (file) =>
        webTestRunner([file], browser, [], 'pipe'),
      );
    return;
  }
  const name = browser ? NAMES[browser] : 'a browser';
  console.log(`SKIPPED: ${name} is not available: ${inBrowsers.length} test files did not run in it.`);
  total.skipped += inBrowsers.length;
}

/**
 * The tests of each folder in `test/`. WebKitGTK runs all files in one process and keeps the memory of pages that it has
 * left: after some gigabytes it only collects garbage.
 */
function byFolder(tests: string[]): string[][] {
  const folderOf = (file: string) => file.split('/')[1];
  return [...new Set(tests.map(folderOf))].map((folder) => tests.filter((file) => folderOf(file) === folder));
}

async function wantedBrowsers(): Promise<(BrowserId | undefined)[]> {
  if (!inBrowsers.length) return [];
  if (named.length) return named;
  return options.all
    ? (Object.keys(NAMES) as BrowserId[]).filter((browser) => testsFor(browser).length)
    : [await anyBrowser()];
}

function mocha(tests: string[], args: string[], stdio: 'inherit' | 'pipe'): ChildProcess {
  const config = ['--config', 'test/runner/mocha.json', ...grep];
  const env = { ...process.env, ...(options.all && { TCT_ALL: '1' }) };
  return node(['node_modules/mocha/bin/mocha.js', ...config, ...args, ...tests], stdio, env);
}

function webTestRunner(
  tests: string[],
  browser: BrowserId,
  args: string[],
  stdio: 'inherit' | 'pipe',
): ChildProcess {
  const config = ['--config', 'test/runner/web-test-runner.config.ts', `--browser=${browser}`, ...grep];
  const command = ['--import', 'tsx/esm', 'node_modules/@web/test-runner/dist/bin.js'];
  const inOnePage = options.watch ? [] : tests.filter((file) => files.node.includes(file));
  const inPages = [
    ...(inOnePage.length ? [ONE_PAGE] : []),
    ...tests.filter((file) => !inOnePage.includes(file)),
  ];
  const env = { ...process.env, TCT_ONE_PAGE: inOnePage.join(' ') };
  return node([...command, ...config, ...args, '--files', ...inPages], stdio, env);
}

function node(args: string[], stdio: 'inherit' | 'pipe', env = process.env): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'inherit'],
  });
}

/** Adds the counts of a runner to the total, and notes files that failed, with what runs one of them `again`. */
async function counted(
  name: string,
  child: ChildProcess,
  again: (file: string) => ChildProcess,
): Promise<void> {
  const note = (failed: FailedFile) => failures.push({ ...failed, name, again: () => again(failed.file) });
  const count = await countOf(name, child, note);
  total = add(total, count ?? { passed: 0, failed: 1, skipped: 0 });
}

/** Prints a runner's output and returns its counts; none if it ended before its tests. */
async function countOf(
  name: string,
  child: ChildProcess,
  note?: (failed: FailedFile) => void,
): Promise<Count | undefined> {
  let count: Count | undefined;
  for await (const line of createInterface({ input: child.stdout! })) {
    // web-test-runner clears a progress bar even where there is no terminal.
    if (!line || stripVTControlCharacters(line)) console.log(line);
    count = parseCount(line) ?? count;
    const failed = parseFailedFile(line);
    if (failed) note?.(failed);
  }
  if (!count) console.log(`✗ ${name}: the runner ended before its tests.`);
  return count;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
