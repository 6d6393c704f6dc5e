import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ScheduledHub } from '../../../hub/schedule/schedule.ts';
import { listSchedules, setSchedule } from '../../../hub/schedule/schedules.ts';
import { serviceUnit } from '../../../hub/schedule/systemd-units.ts';
import { type FakeMachine, fakeMachine } from './machine.ts';

/** Notes each call; `is-enabled` after `enable`. */
const SYSTEMCTL = `
echo "systemctl $*" >> "$DATA/log"
[ "$1" = --user ] && shift
case "$1" in
enable) touch "$DATA/enabled" ;;
disable) rm "$DATA/enabled" ;;
is-enabled) [ -f "$DATA/enabled" ] ;;
esac`;
const LOGINCTL = `
[ "$1" = show-user ] && { cat "$DATA/linger" 2>/dev/null || echo Linger=no; exit; }
echo "loginctl $*" >> "$DATA/log"; echo Linger=yes > "$DATA/linger"`;

const SAMPLE: ScheduledHub = {
  node: '/usr/bin/node',
  script: '/opt/tct-hub/tct-hub.js',
  config: '/etc/tct-hub/cluster.jsonc',
  out: '/var/www/tct-hub',
  state: '/var/lib/tct-hub',
  addresses: [],
};

describe('the schedule of systemd', () => {
  let fake: FakeMachine;
  const systemd = async () =>
    (await listSchedules(fake.hub, fake.machine)).find(({ scheduler }) => scheduler === 'systemd')!;
  const set = (isInstalled: boolean) => setSchedule('systemd', isInstalled, fake.hub, fake.machine);
  /** The calls that changed something, since the last time. */
  const calls = async () => {
    const log = await fake.read('log');
    await writeFile(join(fake.folder, 'log'), '');
    return log.split('\n').filter((line) => line && !/ show | is-enabled /.test(line));
  };
  beforeEach(async () => {
    fake = await fakeMachine();
    await fake.addProgram('systemctl', SYSTEMCTL);
    await fake.addProgram('loginctl', LOGINCTL);
  });
  afterEach(() => fake.remove());

  it('is a user’s own where the user is not root, and goes on without a session', async () => {
    expect(await systemd()).to.include({
      canInstall: true,
      isInstalled: false,
      command: 'systemctl --user daemon-reload && systemctl --user enable --now tct-hub.timer',
    });
    expect((await systemd()).notes.map(({ en }) => en).join()).to.include('only while you are logged in');
    await set(true);
    expect(await calls()).to.deep.equal([
      'systemctl --user daemon-reload',
      'systemctl --user enable --now tct-hub.timer',
      'loginctl enable-linger',
    ]);
    const { files, notes, isInstalled } = await systemd();
    expect(isInstalled).to.equal(true);
    expect(notes).to.have.length(1);
    const units = join(fake.folder, 'home/.config/systemd/user');
    expect(files.map(({ path }) => path)).to.deep.equal([
      join(units, 'tct-hub.service'),
      join(units, 'tct-hub.timer'),
    ]);
    for (const { path, text } of files) expect(await readFile(path!, 'utf8')).to.equal(text);
    expect(files[0]!.text).not.to.match(
      /^(User|ProtectSystem|ReadWritePaths|CapabilityBoundingSet|IPAddress)/m,
    );

    fake.hub.out += '2';
    expect((await systemd()).isInstalled).to.equal(false);
    await set(false);
    expect(await calls()).to.deep.equal([
      'systemctl --user disable --now tct-hub.timer',
      'systemctl --user daemon-reload',
    ]);
    for (const { path } of files)
      expect((await readFile(path!).catch((error) => error)).code).to.equal('ENOENT');
    await set(false);
    expect(await calls()).to.deep.equal([]);
  });

  it('is the system’s where the user is root', async () => {
    fake.machine.uid = 0;
    await writeFile(fake.machine.resolvers, '# x\nnameserver 10.1.2.3\nnameserver 8.8.8.8\nsearch a.vn\n');
    fake.hub.addresses = ['192.168.1.9'];
    await set(true);
    expect(await calls()).to.deep.equal(['systemctl daemon-reload', 'systemctl enable --now tct-hub.timer']);
    const service = await readFile(join(fake.folder, 'units/tct-hub.service'), 'utf8');
    const [out, state] = [fake.hub.out, fake.hub.state];
    for (const line of [
      `ReadWritePaths="${out}" "${state}"`,
      'IPAddressAllow=127.0.0.53 127.0.0.54 10.1.2.3 8.8.8.8 192.168.1.9',
      'ProtectSystem=strict',
      // The test's folders are there.
      'PrivateTmp=false',
    ])
      expect(service.split('\n')).to.include(line);
    expect(service).not.to.include('StateDirectory');
    expect((await systemd()).isInstalled).to.equal(true);
  });

  it('runs as the owner of the hub’s folders, who needs no rights beyond', async () => {
    const service = (owner?: number, changes = {}) =>
      serviceUnit({ ...SAMPLE, ...changes }, { isUserUnit: false, owner, resolvers: '' });
    expect(await service(1000))
      .to.match(/^User=1000$/m)
      .and.match(/^CapabilityBoundingSet=$/m);
    expect(await service(0)).not.to.match(/^User=/m);
    expect(await service(0)).to.match(/^CapabilityBoundingSet=$/m);
    expect(await service()).to.match(/^CapabilityBoundingSet=CAP_DAC_OVERRIDE$/m);
    expect(await service(1000, { config: '/home/an/cụm.jsonc' })).to.match(/^ProtectHome=read-only$/m);
    expect(await service(1000))
      .to.match(/^ProtectHome=true$/m)
      .and.match(/^PrivateTmp=true$/m);
  });

  it('leaves a unit of another hub alone', async () => {
    const folder = join(fake.folder, 'home/.config/systemd/user');
    await mkdir(folder, { recursive: true });
    const other = await serviceUnit(SAMPLE, { isUserUnit: true, resolvers: '' });
    await writeFile(join(folder, 'tct-hub.service'), other);
    expect(await systemd()).to.include({ canInstall: false, isInstalled: false });
    for (const isInstalled of [true, false]) {
      const refused = await set(isInstalled).catch((error) => error);
      expect(refused.words.en).to.include('runs another configuration');
    }
    expect(await readFile(join(folder, 'tct-hub.service'), 'utf8')).to.equal(other);
    expect(await calls()).to.deep.equal([]);
  });

  it('says what systemctl says', async () => {
    await fake.addProgram('systemctl', 'echo "Failed to connect to bus: No medium found" >&2; exit 1');
    const { canInstall, obstacle } = await systemd();
    expect(canInstall).to.equal(false);
    expect(obstacle!.vi).to.include('báo lỗi: Failed to connect to bus');
    expect((await set(true).catch((error) => error)).words.en).to.include('Failed to connect to bus');
  });

  it('passes systemd’s own checks, for users and the system', async function () {
    if (spawnSync('systemd-analyze', ['--version']).status !== 0) this.skip();
    const hub = { ...fake.hub, node: '/bin/true', script: `/srv/a "b' $x 50% \\n/tct-hub.js` };
    for (const isUserUnit of [true, false]) {
      const path = join(fake.folder, 'tct-hub.service');
      await writeFile(path, await serviceUnit(hub, { isUserUnit, owner: 1000, resolvers: '' }));
      const user = isUserUnit ? ['--user'] : [];
      const { stderr } = spawnSync('systemd-analyze', [...user, 'verify', path]);
      expect(stderr.toString()).to.not.include(fake.folder);
    }
  });
});
