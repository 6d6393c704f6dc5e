/** What makes Chromium's API the standard one, in its pages; Firefox needs nothing between us and its own. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { minify } from 'terser';
import { terserOptions } from '../../build/small.js';

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

/** A script of its own sees neither AMD nor CommonJS. */
const ITSELF = /^.*?function \(module\) \{(.*)\}\);\s*(?:\/\/.*)?$/s;
/** What wraps listeners and settings: the pages listen to no messages, and have neither devtools nor privacy settings. */
const UNUSED = [
  /class DefaultWeakMap .*?(?=const makeCallback)/s,
  /const wrapEvent = .*?(?=const wrappedSendMessageCallback)/s,
  /devtools: \{\s+network.*?(?=runtime: \{)/s,
  /onMessage: wrapEvent.*?(?=sendMessage:)/s,
  /const settingMetadata = .*?(?=return wrapObject)/s,
];

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
  const lean = UNUSED.reduce(
    (code, pattern) => {
      if (!pattern.test(code)) throw new Error(`webextension-polyfill has nothing like ${pattern} any more`);
      return code.replace(pattern, '');
    },
    whole.replace(table, JSON.stringify(Object.fromEntries(used))),
  );
  const [, itself] = ITSELF.exec(lean) ?? [];
  if (!itself) throw new Error('webextension-polyfill is no module as it used to be');
  const script = `{const module = {};${itself}; globalThis.browser = module.exports}`;
  const { code } = await minify(script, { ...terserOptions, module: false });
  return code!;
}

/** The Mozilla Public License wants to be told where the source is. */
export const POLYFILL_LICENCE =
  '\n---\n\nwebextension-polyfill (code/polyfill.js, without the APIs that are not used here)\n\nMPL 2.0, https://mozilla.org/MPL/2.0/; source: https://github.com/mozilla/webextension-polyfill, taken off by extension/build/polyfill.ts of tct-widgets\n';
