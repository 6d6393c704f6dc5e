import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { scheduleHandlers } from '../../../hub/setup/schedules.ts';
import { UserError } from '../../../hub/setup/user-error.ts';
import { type FakeMachine, fakeMachine } from '../schedule/machine.ts';

const CLUSTER = { name: 'Cụm', out: 'tin', schools: [] };

describe('the console’s schedules', () => {
  let fake: FakeMachine;
  const call = { emit: () => {}, signal: new AbortController().signal };
  const handlers = () =>
    scheduleHandlers({ config: fake.hub.config, folders: {}, log: () => {} }, fake.machine);
  beforeEach(async () => {
    fake = await fakeMachine();
  });
  afterEach(() => fake.remove());

  it('have the paths of the configuration and its folders', async () => {
    await writeFile(fake.hub.config, JSON.stringify(CLUSTER));
    const schedules = await handlers().schedules({}, call);
    expect(schedules.map(({ scheduler }) => scheduler)).to.have.members(['systemd', 'cron', 'github-pages']);
    const cron = schedules.find(({ scheduler }) => scheduler === 'cron')!;
    const folder = join(fake.folder, 'trạm tin');
    expect(cron.files[0]!.text).to.include(
      `--config '${folder}/cụm.jsonc' --out '${folder}/tin' --state '${folder}/tin-state' `,
    );
    expect(cron.files[0]!.text).to.include(process.execPath);
  });

  it('are installed by a call, whose errors are in both languages', async () => {
    await writeFile(fake.hub.config, JSON.stringify(CLUSTER));
    const install = () => handlers().installSchedule({ scheduler: 'cron', isInstalled: true }, call);
    const refused = await install().catch((error) => error);
    expect(refused).to.be.instanceOf(UserError);
    expect(refused.words.en).to.include('no program crontab');
    await fake.addProgram('crontab', 'case "$1" in -l) cat "$DATA/c" ;; -) cat > "$DATA/c" ;; esac');
    await writeFile(join(fake.folder, 'c'), '');
    const [first] = await install();
    expect(first).to.include({ scheduler: 'cron', isInstalled: true });
  });

  it('need a configuration with a folder to publish to', async () => {
    await writeFile(fake.hub.config, JSON.stringify({ name: 'Cụm', schools: [] }));
    const refused = await handlers()
      .schedules({}, call)
      .catch((error) => error);
    expect(refused.field).to.equal('out');
  });
});
