import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { licences } from './licences.ts';
import { minifyTemplates } from './minify-templates.ts';

const OUT = fileURLToPath(new URL('../dist/console', import.meta.url));

/**
 * Builds `dist/console/`, the page of `tct-hub setup`.
 *
 * @returns the ids of its modules
 */
export async function buildConsole(): Promise<string[]> {
  const built = await build({
    root: fileURLToPath(new URL('../hub/console', import.meta.url)),
    // Where the server of the console serves it.
    base: '/console/',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [minifyTemplates()],
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  writeFileSync(`${OUT}/LICENSE.txt`, licences(modules));
  return modules;
}
