/** Middleware of web-test-runner for the demo's pages of partners. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { TestRunnerConfig } from '@web/test-runner';
import { libraryPath } from '../sites/page-libraries.ts';
import { aptGet } from './browsers.ts';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Libraries that npm does not have, from the Debian packages `libjs-…`. */
const OF_DEBIAN: Record<string, string> = {
  'prototype.js': '/usr/share/javascript/prototype/prototype.js',
  'mootools.js': '/usr/share/javascript/mootools/mootools.js',
};
const LISTS: Record<string, string> = { gallery: 'albums' };

/** Notes in `seen` what goes wrong in a page. */
const RECORDER = `<script>
var seen = [];
addEventListener('error', function (event) { seen.push('error: ' + (event.message || event.target.src || event.target.href)); }, true);
addEventListener('unhandledrejection', function (event) { seen.push('rejection: ' + event.reason); });
addEventListener('securitypolicyviolation', function (event) { seen.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI); });
console.error = console.warn = function (text) { seen.push('console: ' + text); };
</script>`;

/**
 * The pages as they are, in whatever charset they say, with a recorder before everything else. With `?without`, our
 * scripts in them are empty.
 */
export const demoPages: Middleware = async (context, next) => {
  const page = /^\/(?:demo\/pages|test\/widgets\/pages)\/[\w-]+\.html$/.exec(context.path)?.[0];
  const [, folder, name] = /^\/demo\/(hub|libraries)\/(?:.*\/)?([\w.-]+)$/.exec(context.path) ?? [];
  if (page) {
    const html = await readFile(page.slice(1), 'utf8');
    // No charset: the page says its own.
    context.set('Content-Type', 'text/html');
    context.body = Buffer.from(
      html
        .replace(/^(?:<!doctype html>)?/, `$&${RECORDER}`)
        .replaceAll(/hub\/tct(?:-all)?\.js/g, context.querystring === 'without' ? 'hub/none.js' : '$&'),
    );
  } else if (folder === 'libraries') {
    const debian = OF_DEBIAN[name!];
    if (debian && !existsSync(debian)) aptGet('libjs-prototype', 'libjs-mootools');
    const file = libraryPath(name!) ?? debian;
    context.type = name!;
    if (file) context.body = await readFile(file).catch(() => undefined);
  } else if (name === 'none.js') {
    context.type = 'js';
    context.body = '';
  } else if (name?.endsWith('.js')) {
    context.type = 'js';
    context.body = await readFile(`dist/embed/${name}`);
  } else if (name) {
    const list = name.replace(/\.json$/, '');
    context.type = 'json';
    const content = await readFile(`test/widgets/${LISTS[list] ?? list}.json`).catch(() => undefined);
    if (content) context.body = content;
  } else return next();
};
