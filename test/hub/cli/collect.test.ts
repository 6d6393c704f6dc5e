import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import { collect, runCommand } from '../run-command.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

/** Longer than any wait between polls, so that every run polls all sources. */
const LATER = 30 * HOUR_MS;

const run = (...args: string[]) => runCommand(args);

describe('the command tct-hub, collecting', () => {
  let hub: Hub;
  const config = () => join(hub.folder, 'cluster.jsonc');
  const configure = (value: object) => writeFile(config(), JSON.stringify(value));
  beforeEach(async () => {
    hub = await startHub();
  });
  afterEach(() => hub.stop());

  it('prints one line under cron, and a line for each source with --json', async () => {
    await configure({ ...hub.configuration, contact: 'mailto:vanphong@truong.example' });
    const now = ['--now', new Date(NOW).toISOString()];
    const quiet = await run('--config', config(), '--out', hub.out, '--state', hub.state, ...now);
    expect(quiet.text.trim().split('\n')).to.have.length(1);
    expect(quiet.text).to.match(/hỏi 7 nguồn, \d+ bài mới, 0 lỗi/);
    // Every request contains the contact.
    expect(hub.sites.joomla.requests[0]!.headers['user-agent']).to.match(
      /^tct-hub\/[\d.]+ \(\+mailto:vanphong@truong\.example\)$/,
    );
    const other = ['--out', join(hub.folder, 'other'), '--json'];
    const lines = (await run('--config', config(), ...other, ...now)).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).school)).to.include.members(['wp', 'nv', 'lr', 'jo', 'dn']);
  });

  it('publishes the widgets’ scripts', async () => {
    await configure(hub.configuration);
    await run('--config', config(), '--out', hub.out, '--state', hub.state);
    expect(await hub.text('tct.js')).to.include('tct-');
    for (const file of Object.keys(JSON.parse(await hub.text('integrity.json'))))
      expect((await hub.text(file)).length, file).to.be.greaterThan(0);
  });

  it('decides the exit code: 0 success, 1 some sources fail, 2 wrong usage', async () => {
    expect((await collect(hub, NOW)).code).to.equal(0);
    hub.sites.joomla.setFault({ kind: 'status', status: 500 });
    const failing = await collect(hub, NOW + LATER);
    expect(failing.code).to.equal(1);
    expect(failing.text).to.include('1 lỗi (jo · Tin)');
    // A source that is not due counts as failing until it has succeeded.
    expect((await collect(hub, NOW + LATER + 60_000)).code).to.equal(1);
    const unusable = await collect(hub, NOW, ['--every', '1m']);
    expect(unusable.code).to.equal(2);
    expect(unusable.text).to.include('--every');
  });
});
