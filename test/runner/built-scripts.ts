/** Middleware of web-test-runner for the scripts in `dist/embed/`, as hubs serve them to pages. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { TestRunnerConfig } from '@web/test-runner';
import { nameWithoutHash } from '../../build/chunk-name.ts';
import { findOutput } from '../../build/find-output.ts';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Lets sandboxed frames, which are of no origin, read everything, as the shipped server files let all pages do. */
export const sandboxedOrigin: Middleware = (context, next) => {
  if (context.get('Origin') === 'null') context.set('Access-Control-Allow-Origin', 'null');
  return next();
};

/** The scripts byte for byte: no plugin may transform them. */
export const builtScripts: Middleware = async (context, next) => {
  const name = /^\/dist\/(embed\/[\w.-]+)$/.exec(context.path)?.[1];
  if (!name) return next();
  context.type = extname(name);
  const built = await readFile(`dist/${name}`).catch(() => undefined);
  if (built) context.body = built;
};

/**
 * The scripts beside some that are cut off, the first time or always, or never sent; these are named without the build's
 * hash: `/broken/once/tct-weather.js,tct-all.js/tct.js`.
 */
export const brokenScripts: Middleware = async (context, next) => {
  const [, when, bad, name] =
    /^\/broken\/(once|always|never)\/([\w.,-]+)\/([\w.-]+)$/.exec(context.path) ?? [];
  if (!name) return next();
  const isBad = bad!.split(',').includes(nameWithoutHash(name));
  if (isBad && when === 'never') await new Promise(() => {});
  context.type = 'text/javascript';
  const built = await readFile(`dist/embed/${name}`);
  // A second attempt has a query.
  const isCut = isBad && !(when === 'once' && context.querystring);
  context.body = isCut ? built.subarray(0, built.length / 2) : built;
};

const OLD_HASH = '00000000';
const OLD_VERSION = '0.0.1';

/**
 * The scripts of a hub that has been updated, for a page with an older loader from a cache. Of the older code, which is
 * the same under other names, only what the address names is left: `/replaced/tct-weather.js/tct.js`,
 * `/replaced/all/tct.js`. `/replaced/down/tct.js`: the hub does not serve anything any more.
 */
export const replacedScripts: Middleware = async (context, next) => {
  const [, left, name] = /^\/replaced\/([\w.,-]+)\/([\w.-]+)$/.exec(context.path) ?? [];
  if (!name) return next();
  const plain = nameWithoutHash(name);
  const isOldLoader = name === 'tct.js' && !context.querystring;
  const isGone = name.includes(OLD_HASH) && !left!.split(',').includes(plain);
  const file = findOutput(`embed/${plain}`);
  if (!file || isGone || (left === 'down' && !isOldLoader)) return;
  const built = await readFile(`dist/${file}`, 'utf8');
  const hash = /\b[\da-f]{8}\b/.exec(findOutput('embed/tct-debug.js')!)![0];
  context.type = 'text/javascript';
  context.body = isOldLoader
    ? built.replaceAll(hash, OLD_HASH).replaceAll(/"\d+\.\d+\.\d+"/g, `"${OLD_VERSION}"`)
    : built;
};
