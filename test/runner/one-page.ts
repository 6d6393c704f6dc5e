/**
 * Tests of code without a DOM, all in one page: a page of its own for each file takes longer than its tests. The file that
 * web-test-runner is given exists, but its content is made here.
 */
import type { Plugin } from '@web/dev-server-core';

export const ONE_PAGE = 'test/runner/one-page-tests.ts';

/** Serves the page's module, which imports the files. */
export const onePage = (files: readonly string[]): Plugin => ({
  name: 'one-page',
  serve({ path }) {
    if (path !== `/${ONE_PAGE}`) return undefined;
    return { body: files.map((file) => `import '/${file}';`).join('\n'), type: 'js' };
  },
});
