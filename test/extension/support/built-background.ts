import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';

const BACKGROUND = fileURLToPath(new URL('../../../dist/extension/chrome/background.js', import.meta.url));

let script: Promise<Script> | undefined;

/** The built background with the chunks it imports, as a script that can run in a separate context. */
export function builtBackground(): Promise<Script> {
  script ??= bundleBackground();
  return script;
}

async function bundleBackground(): Promise<Script> {
  if (!existsSync(BACKGROUND)) throw new Error('The extension is not built: npm run build');
  const { outputFiles } = await build({
    entryPoints: [BACKGROUND],
    bundle: true,
    format: 'iife',
    write: false,
    legalComments: 'none',
    // Vite's helper for lazy imports mentions import.meta.url, which a script does not have; nothing calls it.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  // As a global of such a context, each use of Math takes a hundred times as long as in a browser.
  const code = `{ const { Math } = globalThis; ${outputFiles[0]!.text} }`;
  return new Script(code, { filename: 'background.js' });
}
