/** What makes Chromium's API the standard one, in its pages; Firefox needs nothing between us and its own. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { minify } from 'terser';
import { terserOptions } from '../../small.js';

const PATH = createRequire(import.meta.url).resolve('webextension-polyfill');
/** Its table of every API there is: JSON, with what of each takes a callback. */
const TABLE = /(?<=const apiMetadata = )\{.*?\n {6}\}(?=;)/s;
/** What pages ask; what has no place in the table answers in promises anyhow. */
const USED: Record<string, string[]> = {
  permissions: ['contains', 'request'],
  runtime: ['openOptionsPage'],
  storage: ['local', 'managed'],
  tabs: ['create', 'query'],
};

/** The polyfill without the APIs that nothing here uses, minified. */
export async function polyfillCode(): Promise<string> {
  const whole = await readFile(PATH, 'utf8');
  const [table] = TABLE.exec(whole) ?? [];
  if (!table) throw new Error('webextension-polyfill has no table of APIs where it used to be');
  const apis = JSON.parse(table) as Record<string, Record<string, object>>;
  const used = Object.entries(USED).map(([api, names]) => [
    api,
    Object.fromEntries(names.map((name) => [name, apis[api]?.[name]])),
  ]);
  const { code } = await minify(whole.replace(table, JSON.stringify(Object.fromEntries(used))), {
    ...terserOptions,
    module: false,
  });
  return code!;
}

/** The Mozilla Public License wants to be told where the source is. */
export const POLYFILL_LICENCE =
  '\n---\n\nwebextension-polyfill (code/polyfill.js, without the APIs that are not used here)\n\nMPL 2.0, https://mozilla.org/MPL/2.0/; source: https://github.com/mozilla/webextension-polyfill\n';
