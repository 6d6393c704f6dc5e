import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Feed } from '../../core/model/feed.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('npm start', function () {
  this.timeout(120_000);
  let start: ChildProcess;
  const lines: string[] = [];

  /** Resolves with the address that the command prints. */
  async function startDemo(): Promise<string> {
    // A process group of its own, so that all that npm starts can be ended.
    start = spawn('npm', ['start', '--', '--port', '0'], { cwd: ROOT, detached: true });
    for await (const line of createInterface({ input: start.stdout! })) {
      lines.push(line);
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
      if (address) return address;
    }
    throw new Error(`npm start ended without an address:\n${lines.join('\n')}`);
  }

  after(async () => {
    if (!start?.pid || start.exitCode !== null) return;
    const ended = once(start, 'exit');
    process.kill(-start.pid);
    await ended;
  });

  it('serves the demo with what the hub has collected from every sample site', async () => {
    const address = await startDemo();
    expect(await (await fetch(address)).text()).to.include('<script');
    for (const [list, schools] of [
      ['news', 5],
      ['documents', 2],
      ['gallery', 1],
    ] as const) {
      const feed = (await (await fetch(`${address}hub/${list}.json`)).json()) as Feed;
      const ids = new Set(feed.items.map(({ _tct }) => _tct?.school));
      expect(ids.size, list).to.equal(schools);
    }
    expect((await (await fetch(`${address}hub/tct.js`)).text()).length).to.be.greaterThan(1000);
    // npm itself prints the command.
    expect(lines.filter((line) => !line.startsWith('>') && /warn|error/i.test(line))).to.deep.equal([]);
  });
});
