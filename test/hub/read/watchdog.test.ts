import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';

const MODULE = new URL('../../../hub/read/watchdog.ts', import.meta.url).href;

/** How a process ends that has a watchdog with a limit of 1 ms. */
async function end(code: string): Promise<[code: number | null, signal: string | null]> {
  const script = `import(${JSON.stringify(MODULE)}).then(({ startWatchdog }) => {
    const watch = startWatchdog(1);
    ${code}
  });`;
  const child = spawn(process.execPath, [...process.execArgv, '--eval', script], { stdio: 'ignore' });
  return (await once(child, 'exit')) as [number | null, string | null];
}

describe('the watchdog', () => {
  it('ends a process that works too long', async () => {
    expect(await end('watch(true); for (;;);')).to.deep.equal([null, 'SIGKILL']);
  });

  it('keeps no process running that has nothing to do', async () => {
    expect(await end('watch(true); watch(false);')).to.deep.equal([0, null]);
  });
});
