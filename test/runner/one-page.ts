/**
 * Tests of code without a DOM, all in one page: a page of its own for each file takes longer than its tests. This file
 * itself is what web-test-runner is given; what browsers get under its name are imports of the tests.
 */
import type { TestRunnerConfig } from '@web/test-runner';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

export const ONE_PAGE = 'test/runner/one-page.ts';

export const onePage = (files: readonly string[]): Plugin => ({
  name: 'one-page',
  serve({ path }) {
    if (path !== `/${ONE_PAGE}`) return undefined;
    return { body: files.map((file) => `import '/${file}';`).join('\n'), type: 'js' };
  },
});
