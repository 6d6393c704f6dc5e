import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import type { Count } from './count.ts';

/** Runs test files in this process; TypeScript is understood because the runner itself was started by tsx. */
export async function runInNode(files: string[]): Promise<Count> {
  const mocha = new Mocha({ reporter: 'dot', timeout: 60_000, ui: 'bdd' });
  // Mocha would try `require` first, and a module loaded both ways is there twice.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  let unloaded = 0;
  for (const file of files) {
    await import(pathToFileURL(file).href).catch((error: unknown) => {
      unloaded++;
      console.log(`\n  ✗ Node: ${file} does not load\n`, error);
    });
  }
  return new Promise((resolve) => {
    const { stats } = mocha.run(() =>
      resolve({ passed: stats!.passes, failed: stats!.failures + unloaded, skipped: stats!.pending }),
    );
  });
}
