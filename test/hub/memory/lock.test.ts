import { existsSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { BusyError } from '../../../hub/memory/lock.ts';
import { collect } from '../run-command.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

describe('the lock of a state folder', () => {
  let hub: Hub;
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  it('is held by one hub at a time, and released when a hub is killed', async () => {
    const [one, two] = await Promise.allSettled([hub.run(NOW), hub.run(NOW)]);
    expect([one.status, two.status].sort()).to.deep.equal(['fulfilled', 'rejected']);
    const failed = [one, two].find((each) => each.status === 'rejected') as PromiseRejectedResult;
    expect(failed.reason).to.be.instanceOf(BusyError);
    // A killed process holds no lock, and its temporary files are deleted.
    expect((await collect(hub, NOW + LATER, [], { dieAt: 40 })).code).to.equal(null);
    const begun = join(hub.out, 'news.json.0a1b2c3d.tmp');
    await writeFile(begun, '{');
    await utimes(begun, 0, 0);
    expect((await hub.run(NOW + 2 * LATER)).asked).to.equal(7);
    expect(existsSync(begun)).to.equal(false);
  });

  it('makes a second process exit with one line and a code of its own', async () => {
    hub.sites.joomla.setFault({ kind: 'timeout' });
    const first = hub.run(NOW, { clientOptions: { userAgent: 'test', timeoutMs: 10_000, spacingMs: 0 } });
    const { code, text } = await collect(hub, NOW);
    expect(code).to.equal(75);
    expect(text.trim()).to.equal(`Một tct-hub khác đang làm việc trên ${hub.state}; lần này bỏ qua.`);
    await first;
  });
});
