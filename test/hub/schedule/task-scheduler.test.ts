import { expect } from 'chai';
import { listSchedules, setSchedule } from '../../../hub/schedule/schedules.ts';
import { taskName, taskXml } from '../../../hub/schedule/task-scheduler.ts';
import { type FakeMachine, fakeMachine } from './machine.ts';

const SCHTASKS = `
echo "$*" >> "$DATA/log"
case "$1" in
/Create) cp "$6" "$DATA/task" ;;
/Delete) rm "$DATA/task" ;;
/Query) [ -f "$DATA/task" ] ;;
esac`;

describe('the schedule of Windows', () => {
  let fake: FakeMachine;
  const task = async () => (await listSchedules(fake.hub, fake.machine))[0]!;
  const set = (isInstalled: boolean) => setSchedule('task-scheduler', isInstalled, fake.hub, fake.machine);
  beforeEach(async () => {
    fake = await fakeMachine({ platform: 'win32', uid: undefined });
    Object.assign(fake.machine.env, { USERDOMAIN: 'TRƯỜNG', USERNAME: 'an & bình' });
    const at = (name: string) => `D:\\Trạm tin & ảnh\\${name}`;
    const { addresses } = fake.hub;
    const node = 'C:\\Program Files\\nodejs\\node.exe';
    const [script, config, out, state] = ['tct-hub.js', 'cụm.jsonc', 'tin', 'tin-state\\'].map(at);
    fake.hub = { node, script: script!, config: config!, out: out!, state: state!, addresses };
  });
  afterEach(() => fake.remove());

  it('is a task with the paths of the hub, which makes up for missed runs', async () => {
    const xml = await taskXml(fake.hub);
    expect(xml)
      .to.match(/^<Task /)
      .and.include('<StartWhenAvailable>true<')
      .and.include('<Interval>PT15M<');
    expect(xml).to.include('<Command>C:\\Program Files\\nodejs\\node.exe</Command>');
    expect(xml).to.include(
      '<Arguments>"D:\\Trạm tin &amp; ảnh\\tct-hub.js" --config "D:\\Trạm tin &amp; ảnh\\cụm.jsonc" --out "D:\\Trạm tin &amp; ảnh\\tin" --state "D:\\Trạm tin &amp; ảnh\\tin-state\\\\"</Arguments>',
    );
    expect(xml).to.include('<UserId>S-1-5-18</UserId>').and.not.include('LogonType');
  });

  it('is installed for the user, or by an administrator for the system, and removed', async () => {
    await fake.addProgram('schtasks', SCHTASKS);
    await fake.addProgram('whoami', 'echo S-1-16-8192');
    expect(await task()).to.include({ canInstall: true, isInstalled: false });
    expect((await task()).notes).to.have.length(2);
    await set(true);
    const written = Buffer.from(await fake.read('task'), 'latin1').toString('utf16le');
    expect(written).to.match(/^\ufeff<Task /);
    expect(written).to.include('<UserId>TRƯỜNG\\an &amp; bình</UserId>').and.include('InteractiveToken');
    expect((await task()).isInstalled).to.equal(true);
    await fake.addProgram('whoami', 'echo "Mandatory Label S-1-16-12288"');
    await set(true);
    expect(Buffer.from(await fake.read('task'), 'latin1').toString('utf16le')).to.include('S-1-5-18');
    expect((await task()).notes).to.have.length(1);
    await set(false);
    await set(false);
    expect((await task()).isInstalled).to.equal(false);
    const log = (await fake.read('log')).split('\n').filter((line) => !line.startsWith('/Query'));
    expect(log.slice(0, 2).join()).to.match(/^(?:,?\/Create \/F \/TN tct-hub-[\da-f]{8} \/XML \S+){2}$/);
    expect(log.slice(2)).to.deep.equal([`/Delete /F /TN ${taskName(fake.hub)}`, '']);
  });

  it('says why it cannot be installed', async () => {
    const windows = (await listSchedules(fake.hub, fake.machine)).find(
      ({ scheduler }) => scheduler === 'task-scheduler',
    )!;
    expect(windows.canInstall).to.equal(false);
    expect(windows.obstacle!.vi).to.include('schtasks');
    await fake.addProgram('schtasks', 'echo "ERROR: Access is denied." >&2; exit 1');
    expect((await set(true).catch((error) => error)).words.en).to.include('Access is denied');
  });
});

describe('the schedule of GitHub', () => {
  it('is a workflow for a repository, which this computer cannot install', async () => {
    const fake = await fakeMachine();
    try {
      const github = (await listSchedules(fake.hub, fake.machine)).at(-1)!;
      expect(github).to.deep.include({ scheduler: 'github-pages', canInstall: false, isInstalled: false });
      expect(github.files[0]!.path).to.equal('.github/workflows/hub.yml');
      const refused = await setSchedule('github-pages', true, fake.hub, fake.machine).catch((error) => error);
      expect(refused.words).to.deep.equal(github.obstacle);
    } finally {
      await fake.remove();
    }
  });
});
