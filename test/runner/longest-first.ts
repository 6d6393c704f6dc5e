/** The test files that take longest in Node, the longest first: begun last, each would run alone at the end. */
export const LONGEST_TEST_FILES = [
  'hub/cli/disturbed',
  'hub/cli/collect',
  'core/read/hostile',
  'extension/store/mutations',
  'hub/memory/state',
  'hub/page/hostile',
  'hub/read/hostile-bodies',
  'extension/background/never-new-again',
  'hub/publish/published-lists',
  'hub/publish/build-files',
  'hub/publish/images',
  'hub/memory/merge',
  'hub/memory/files',
  'hub/schedule/quoting',
  'hub/setup/run',
  'hub/collect/contained-errors',
  'hub/cli/discover',
  'extension/background/no-post-lost',
  'extension/sync/schedules',
  'core/read/normalized',
  'core/read/many-items',
  'extension/options/options.e2e',
  'hub/console/setup.e2e',
  'hub/console/hostile-layers.e2e',
  'hub/console/hostile-page.e2e',
  'extension/popup/popup.e2e',
  'hub/console/schools.e2e',
  'demo/nhung/paste.e2e',
  'hub/console/shell.e2e',
  'package/consumer.e2e',
  'states/axe.e2e',
].map((name) => `test/${name}.test.ts`);

function rank(file: string): number {
  const place = LONGEST_TEST_FILES.indexOf(file);
  return place < 0 ? LONGEST_TEST_FILES.length : place;
}

/** The same files in the order in which they are all done soonest. */
export const longestFirst = (files: readonly string[]): string[] =>
  [...files].sort((a, b) => rank(a) - rank(b));
