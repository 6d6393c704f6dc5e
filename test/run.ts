/**
 * `npm test`: in Node and in a browser that is there. `npm run test:all`: in Node and in every browser promised.
 * A word runs only the files with it in their path, `--node` leaves the browsers out: `npm test -- charset --node`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../build/build.ts';
import { allBrowsers, anyBrowser } from './runner/browsers.ts';
import { add, type Count, line, none } from './runner/count.ts';
import { runInNode } from './runner/node.ts';
import { runInBrowser } from './runner/web.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Code without a DOM is tested in Node and in browsers, by the same files. */
const EVERYWHERE = ['core'];
const NODE_ONLY = ['house', 'sites', 'hub', 'extension'];
const BROWSER_ONLY = ['widgets'];

function tests(rooms: string[]): string[] {
  return rooms
    .map((room) => `${ROOT}test/${room}`)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

const all = process.argv.includes('--all');
if (all) process.env.TCT_ALL = '1';

// The one script and the extension are tested as they are delivered.
await buildIfChanged(['npm', 'embed', 'hub', 'extension']);

const only = process.argv.slice(2).find((word) => !word.startsWith('-'));
/** What drives whole browsers takes its time: it is run where all is, or by name. */
const wanted = (file: string) => all || only?.includes('e2e') || !file.endsWith('.e2e.test.ts');
const chosen = (rooms: string[]) =>
  tests(rooms).filter((file) => wanted(file) && (!only || file.slice(ROOT.length).includes(only)));

let total = none();
function tell(where: string, count: Count): void {
  total = add(total, count);
  console.log(`${where}: ${line(count)}\n`);
}

tell('Node', await runInNode(chosen([...EVERYWHERE, ...NODE_ONLY])));
const web = chosen([...EVERYWHERE, ...BROWSER_ONLY]);
const browsers = process.argv.includes('--node')
  ? []
  : all
    ? await allBrowsers()
    : [(await anyBrowser()) ?? { name: 'a browser', missing: true as const }];
for (const browser of web.length ? browsers : []) {
  if ('missing' in browser) {
    console.log(
      `SKIPPED: ${browser.name} is not to be had on this machine: ${web.length} test files did not run in it.\n`,
    );
    total.skipped += web.length;
  } else {
    console.log(`${browser.name} …`);
    tell(browser.name, await runInBrowser(browser, web));
  }
}
console.log(line(total));
process.exit(total.failed || !total.passed ? 1 : 0);
