import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { withBlock, withoutBlock } from '../../../hub/schedule/crontab.ts';
import { ScheduleError } from '../../../hub/schedule/schedule.ts';
import { listSchedules, setSchedule } from '../../../hub/schedule/schedules.ts';
import { fc, propertyRuns } from '../../property.ts';
import { type FakeMachine, fakeMachine } from './machine.ts';

/** As Vixie's cron: the crontab of one user, in a file. */
const CRONTAB = `
case "$1" in
-l) [ -f "$DATA/crontab" ] || { echo "no crontab for an" >&2; exit 1; }; cat "$DATA/crontab" ;;
-) cat > "$DATA/crontab"; echo written >> "$DATA/log" ;;
*) exit 2 ;;
esac`;

const CONFIG = '/srv/cụm.jsonc';
const LINE = '*/15 * * * * node';

describe('the block of a hub in a crontab', () => {
  const line = fc.constantFrom(
    '',
    '# BEGIN tct-hub /srv/other.jsonc',
    '# END tct-hub /srv/other.jsonc',
    '0 5 * * 1 tar -zcf /var/backups/home.tgz /home/',
    'MAILTO=""',
    `# BEGIN tct-hub ${CONFIG} `,
    '\t@reboot  x % y',
    '\r',
  );
  const crontab = fc.array(line).map((lines) => lines.map((text) => `${text}\n`).join(''));

  it('comes and goes without a change of the other lines', () => {
    fc.assert(
      fc.property(crontab, (before) => {
        const after = withBlock(before, CONFIG, LINE);
        expect(after.startsWith(before)).to.equal(true);
        expect(withBlock(after, CONFIG, LINE)).to.equal(after);
        expect(withoutBlock(after, CONFIG)).to.equal(before);
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  it('is replaced where it stands', () => {
    const old = `A=1\n${withBlock('', CONFIG, 'old')}B=2\n`;
    expect(withBlock(old, CONFIG, LINE)).to.equal(`A=1\n${withBlock('', CONFIG, LINE)}B=2\n`);
  });

  it('takes no line of others with it if one of its markers is missing', () => {
    const cut = `# BEGIN tct-hub ${CONFIG}\n0 1 * * * backup\n`;
    expect(withoutBlock(cut, CONFIG)).to.equal('0 1 * * * backup\n');
    expect(withoutBlock(`0 1 * * * backup\n# END tct-hub ${CONFIG}\n`, CONFIG)).to.equal(
      '0 1 * * * backup\n',
    );
    expect(withBlock(cut, CONFIG, LINE)).to.include('0 1 * * * backup\n# BEGIN');
  });
});

describe('the schedule of cron', () => {
  let fake: FakeMachine;
  const cron = async () =>
    (await listSchedules(fake.hub, fake.machine)).find(({ scheduler }) => scheduler === 'cron')!;
  beforeEach(async () => {
    fake = await fakeMachine();
  });
  afterEach(() => fake.remove());

  it('is installed once, in force with this hub’s paths, and removed, between the lines of others', async () => {
    await fake.addProgram('crontab', CRONTAB);
    // One line in an old encoding.
    const others = Buffer.from('MAILTO=an\n# l\xecch\n0 5 * * 1 tar -zcf /b.tgz /home/\n', 'latin1');
    await writeFile(join(fake.folder, 'crontab'), others);
    expect(await cron()).to.include({ canInstall: true, isInstalled: false });
    for (const _ of ['install', 'again']) {
      await setSchedule('cron', true, fake.hub, fake.machine);
      const [file] = (await cron()).files;
      const { config } = fake.hub;
      const block = `# BEGIN tct-hub ${config}\n${file!.text}# END tct-hub ${config}\n`;
      expect(await fake.read('crontab')).to.equal(
        others.toString('latin1') + Buffer.from(block).toString('latin1'),
      );
      expect((await cron()).isInstalled).to.equal(true);
    }
    expect(await fake.read('log')).to.equal('written\n');
    fake.hub.out += '2';
    expect((await cron()).isInstalled).to.equal(false);
    await setSchedule('cron', false, fake.hub, fake.machine);
    expect(await fake.read('crontab')).to.equal(others.toString('latin1'));
  });

  it('makes a crontab for a user without one', async () => {
    await fake.addProgram('crontab', CRONTAB);
    await setSchedule('cron', true, fake.hub, fake.machine);
    expect(await fake.read('crontab')).to.match(/^# BEGIN tct-hub .*\n\*\/15 \* \* \* \* .*\n# END .*\n$/);
  });

  it('has a line that runs the hub with its paths and keeps what it prints', async () => {
    const folder = join(fake.folder, `Trạm "tin" 50% của 'an' $HOME \\ &`);
    const node = join(folder, 'node');
    await mkdir(join(folder, 'tin-state'), { recursive: true });
    await writeFile(node, '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 1\n');
    await chmod(node, 0o755);
    const at = (name: string) => join(folder, name);
    const [script, config, out, state] = ['tct-hub.js', 'cluster.jsonc', 'tin', 'tin-state'].map(at);
    fake.hub = { node, script: script!, config: config!, out: out!, state: state!, addresses: [] };
    const [file] = (await cron()).files;
    expect(file!.text).to.match(/^\*\/15 \* \* \* \* '/);
    const command = file!.text.replace(/^(?:\S+ ){5}/, '').replaceAll('\\%', '%');
    expect(() => execFileSync('/bin/sh', ['-c', command])).to.throw('Command failed');
    const printed = [script, '--config', config, '--out', out, '--state', state].join('\n');
    expect(execFileSync('cat', [at('tin-state/last-run.log')]).toString()).to.equal(`${printed}\n`);
  });

  it('speaks of a log only if its line keeps one', async () => {
    const notes = async () => (await cron()).notes.map(({ en }) => en).join();
    fake.hub.state = join(fake.folder, 'tin-state');
    expect((await cron()).files[0]!.text).to.include('/dev/null');
    expect(await notes()).not.to.include('last-run.log');
    await mkdir(fake.hub.state);
    expect((await cron()).files[0]!.text).to.include('last-run.log');
    expect(await notes()).to.include('last-run.log');
  });

  it('says why it cannot be installed, and leaves a crontab alone that it cannot read', async () => {
    expect(await cron()).to.deep.include({
      canInstall: false,
      obstacle: { vi: 'Máy này không có lệnh crontab.', en: 'This computer has no program crontab.' },
    });
    await fake.addProgram(
      'crontab',
      '[ "$1" = -l ] || exit 0; echo "You (an) are not allowed to use this program" >&2; exit 1',
    );
    expect((await cron()).obstacle!.vi).to.equal(
      'Lệnh “crontab -l” báo lỗi: You (an) are not allowed to use this program',
    );
    const refused = await setSchedule('cron', true, fake.hub, fake.machine).catch((error) => error);
    expect(refused).to.be.instanceOf(ScheduleError);
    await fake.addProgram('crontab', `[ "$1" = -l ] && exit 0; echo '"-":1: bad minute' >&2; exit 1`);
    const failed = await setSchedule('cron', true, fake.hub, fake.machine).catch((error) => error);
    expect(failed.words.en).to.equal('The command “crontab -” failed: "-":1: bad minute');
  });

  it('is refused for a path that no crontab can hold, and the others are not', async () => {
    await fake.addProgram('crontab', CRONTAB);
    fake.hub.out += '\n0 0 * * * evil';
    expect(await cron()).to.deep.include({ files: [], canInstall: false, isInstalled: false });
    expect((await cron()).obstacle!.en).to.include('control character');
    const github = (await listSchedules(fake.hub, fake.machine)).find(({ files }) => files.length);
    expect(github!.scheduler).to.equal('github-pages');
    const refused = await setSchedule('cron', true, fake.hub, fake.machine).catch((error) => error);
    expect(refused).to.be.instanceOf(ScheduleError);
    expect(await fake.read('crontab')).to.equal('');
  });

  it('is for systems that have it', async () => {
    fake.machine.platform = 'win32';
    expect(await cron()).to.equal(undefined);
    const refused = await setSchedule('cron', true, fake.hub, fake.machine).catch((error) => error);
    expect(refused.words.vi).to.include('không có cron');
  });
});
