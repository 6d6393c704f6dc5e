import { type LogHandlerWithDefault, type OutputChunk, rollup } from 'rollup';
import type { Bundle } from './plugins.ts';

/** Harmless warnings about dependencies. All others are printed. */
const HARMLESS_IN_DEPENDENCIES = new Set([
  // zod's core and util import each other, but do not use each other while loading.
  'CIRCULAR_DEPENDENCY',
  // Comments in zod that mention `@__PURE__` in prose.
  'INVALID_ANNOTATION',
]);

const onLog: LogHandlerWithDefault = (level, log, handler) => {
  const { code = '', id, ids = [] } = log;
  const files = id ? [id] : ids;
  const isOfDependency = files.length > 0 && files.every((file) => file.includes('/node_modules/'));
  if (!(isOfDependency && HARMLESS_IN_DEPENDENCIES.has(code))) handler(level, log);
};

/** Runs Rollup and returns the chunks it has written. */
export async function bundle({ output, ...input }: Bundle): Promise<OutputChunk[]> {
  const graph = await rollup({ ...input, onLog });
  try {
    const { output: files } = await graph.write(output);
    return files.filter((file) => file.type === 'chunk');
  } finally {
    await graph.close();
  }
}
