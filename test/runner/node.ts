import Mocha from 'mocha';
import type { Count } from './count.ts';

/** Runs test files in this process; TypeScript is understood because the runner itself was started by tsx. */
export async function runInNode(files: string[]): Promise<Count> {
  const mocha = new Mocha({ reporter: 'dot', timeout: 60_000, ui: 'bdd' });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const { stats } = mocha.run(() =>
      resolve({ passed: stats!.passes, failed: stats!.failures, skipped: stats!.pending }),
    );
  });
}
