/** The reader process, when the hub that started it is gone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { ReadTask } from '../../../hub/read/read-task.ts';

const SCRIPT = fileURLToPath(new URL('../../../hub/read/reader-process.ts', import.meta.url));

/** A page that takes the reader many minutes. */
const ENDLESS: ReadTask = {
  body: new TextEncoder().encode('<td></td>'.repeat(45_000)),
  context: { url: 'https://h.example/' },
  as: {
    source: { url: 'https://h.example/', kind: 'page', item: 'td:has(~ td ~ td ~ b)', pages: 1 },
    kind: 'news',
    now: 0,
  },
};

/** Stands in for a hub: gives the task to a reader, which inherits its output, and prints the reader's pid. */
const HUB = `
  const { fork } = require('node:child_process');
  process.once('message', (task) => {
    const execArgv = JSON.parse(process.argv[2]);
    const options = { execArgv, serialization: 'advanced', stdio: ['ignore', 'inherit', 'ignore', 'ipc'] };
    const reader = fork(process.argv[1], options);
    reader.once('message', () => reader.send(task, () => console.log(reader.pid)));
  });
`;

describe('the reader process', () => {
  let reader: number | undefined;
  afterEach(() => {
    if (reader) process.kill(reader, 'SIGKILL');
  });

  it('ends when the hub is killed, even while it reads', async () => {
    const hub = spawn(process.execPath, ['--eval', HUB, SCRIPT, JSON.stringify(process.execArgv)], {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    hub.send(ENDLESS);
    reader = Number(String((await once(hub.stdout!, 'data'))[0]));
    expect(reader).to.be.above(0);
    const ended = once(hub, 'close');
    hub.kill('SIGKILL');
    // Not before the last process that has its output is gone.
    await ended;
    reader = undefined;
  });
});
