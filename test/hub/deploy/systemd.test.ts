import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { IPV4_BLOCKS, IPV6_BLOCKS } from '../../../hub/http/private-addresses.ts';

const unit = (name: string) => readFile(new URL(`../../../hub/deploy/${name}`, import.meta.url), 'utf8');

describe('the systemd service', () => {
  let text: string;
  before(async () => {
    text = await unit('tct-hub.service');
  });
  /** The values of a setting, which may be given several times. */
  const values = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, each]) => each!);

  it('limits the time and memory of a run', () => {
    // With `oneshot`, `RuntimeMaxSec` has no effect.
    expect(values('Type')).to.deep.equal(['exec']);
    expect(values('RuntimeMaxSec')).to.deep.equal(['30min']);
    expect(values('MemoryMax')).to.deep.equal(['1G']);
    expect(values('OOMPolicy')).to.deep.equal(['continue']);
  });

  it('keeps the hub from every private network, except for name resolution', () => {
    const denied = new BlockList();
    for (const block of values('IPAddressDeny').join(' ').split(' ')) {
      const [network, prefix] = block.split('/');
      denied.addSubnet(network!, Number(prefix), network!.includes(':') ? 'ipv6' : 'ipv4');
    }
    for (const [network] of IPV4_BLOCKS) expect(denied.check(network), network).to.equal(true);
    for (const [network] of IPV6_BLOCKS) expect(denied.check(network, 'ipv6'), network).to.equal(true);
    expect(denied.check('169.254.169.254')).to.equal(true);
    expect(denied.check('8.8.8.8') || denied.check('2606:4700::1111', 'ipv6')).to.equal(false);
    expect(values('IPAddressAllow')).to.deep.equal(['127.0.0.53 127.0.0.54']);
  });

  it('lets the hub write to two folders only, and gain no rights', () => {
    expect(values('ProtectSystem')).to.deep.equal(['strict']);
    expect(values('ReadWritePaths')).to.deep.equal(['/var/www/tct-hub']);
    expect(values('StateDirectory')).to.deep.equal(['tct-hub']);
    expect(values('NoNewPrivileges')).to.deep.equal(['true']);
    expect(values('CapabilityBoundingSet')).to.deep.equal(['']);
    // V8 compiles while it runs.
    expect(values('MemoryDenyWriteExecute')).to.deep.equal([]);
  });

  it('takes failing sources and a held lock for success', () =>
    expect(values('SuccessExitStatus')).to.deep.equal(['1 75']));

  it('passes systemd’s own checks', async function () {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) this.skip();
    const folder = await mkdtemp(join(tmpdir(), 'tct-systemd-'));
    try {
      const service = join(folder, 'tct-hub.service');
      await writeFile(service, text.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'));
      await writeFile(join(folder, 'tct-hub.timer'), await unit('tct-hub.timer'));
      const verified = spawnSync('systemd-analyze', ['verify', service, join(folder, 'tct-hub.timer')]);
      expect(verified.stderr.toString()).to.not.include(folder);
      const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', service]);
      // Before systemd 250 it judges no file.
      const [, exposure] = /exposure level for \S+: ([\d.]+)/.exec(stdout.toString()) ?? [];
      if (exposure) expect(Number(exposure)).to.be.lessThan(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
