/**
 * The command behind `npm run pictures`: takes the pictures of every layout and state, and compares them with the kept
 * ones.
 *
 *     npm run pictures                               all
 *     npm run pictures -- cards dark                 those whose name contains one of the fragments
 *     npm run pictures -- --accept                   keeps all that differ as they are now
 *     npm run pictures -- --accept gallery/          keeps these
 *
 * Exit code 1 if a picture differs that was not accepted.
 */
import { parseArgs } from 'node:util';
import { isAvailable } from '../runner/browsers.ts';
import { checkView, checkViews, clearReport, type Finding } from './check-pictures.ts';
import { keepMadeWith, madeWithHere, whyIncomparable } from './made-with.ts';
import { StatesBrowser, VIEWS, viewName } from './states-browser.ts';

const { values, positionals: fragments } = parseArgs({
  allowPositionals: true,
  options: { accept: { type: 'boolean', default: false } },
});

let differing = 0;

async function handle(findings: readonly Finding[]): Promise<void> {
  for (const { name, text, accept } of findings) {
    if (fragments.length && !fragments.some((fragment) => name.includes(fragment))) continue;
    if (values.accept) await accept();
    else differing++;
    console.log(`${values.accept ? 'accepted' : '✗'} ${name} ${text}`);
  }
}

/** Whether pictures may be accepted, which must all be of one browser and its fonts. */
function mayAccept(whyNot: string | undefined): boolean {
  if (!whyNot) return true;
  console.log(`Many pictures may differ: ${whyNot}.`);
  if (!values.accept || !fragments.length) return true;
  console.error('Accept all of them, without a fragment.');
  return false;
}

async function run(browser: StatesBrowser): Promise<boolean> {
  const here = await madeWithHere(browser);
  if (!mayAccept(whyIncomparable(here))) return false;
  for (const view of VIEWS) {
    await handle(await checkView(browser, view));
    console.log(`  ${viewName(view)}`);
  }
  await handle(await checkViews());
  if (values.accept) keepMadeWith(here);
  if (differing) console.log('To keep them as they are now: npm run pictures -- --accept [fragment…]');
  return !differing;
}

if (!(await isAvailable('chromium'))) {
  console.error('The pictures are taken with Chromium, which is not installed.');
  process.exit(1);
}
await clearReport();
const browser = await StatesBrowser.start();
const ended = await run(browser).finally(() => browser.stop());
process.exitCode = ended ? 0 : 1;
