import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCommand } from '../run-command.ts';
import { type FakeMachine, fakeMachine } from '../schedule/machine.ts';

describe('tct-hub schedule', () => {
  let fake: FakeMachine;
  beforeEach(async () => {
    fake = await fakeMachine();
    const school = { id: 'a', name: 'Trường A', home: 'https://a.example/', news: 'https://a.example/feed' };
    await writeFile(fake.hub.config, JSON.stringify({ name: 'Cụm', schools: [school] }));
    await fake.addProgram('crontab', 'case "$1" in -l) cat "$DATA/c" ;; -) cat > "$DATA/c" ;; esac');
    await writeFile(join(fake.folder, 'c'), '');
  });
  afterEach(() => fake.remove());

  const run = (...args: string[]) =>
    runCommand(['schedule', '--config', fake.hub.config, ...args], {
      env: { ...fake.machine.env, HOME: fake.folder },
    });

  it('prints every schedule with the hub’s own paths', async () => {
    const { code, text } = await run('--out', fake.hub.out);
    expect(code).to.equal(0);
    expect(text)
      .to.match(/^== cron ==$/m)
      .and.match(/^== github ==$/m);
    expect(text).to.include(
      `--config '${fake.hub.config}' --out '${fake.hub.out}' --state '${fake.hub.state}' `,
    );
    expect(text).to.match(/dist\/hub\/tct-hub\.js/);
  });

  it('installs one and removes it', async () => {
    const installed = await run('--out', fake.hub.out, 'cron', '--install');
    expect(installed).to.deep.equal({ code: 0, text: 'Đã đặt lịch cron.\n' });
    expect(await fake.read('c')).to.match(/^\*\/15 \* \* \* \* \S+node\S* .*last-run\.log' 2>&1$/m);
    expect((await run('--out', fake.hub.out, 'cron')).text).to.match(/^== cron – đang chạy ==$/m);
    const removed = await run('--out', fake.hub.out, 'cron', '--remove');
    expect(removed).to.deep.equal({ code: 0, text: 'Đã gỡ lịch cron.\n' });
    expect(await fake.read('c')).to.equal('');
  });

  it('explains what is wrong in one line', async () => {
    for (const [args, words] of [
      [['cron'], /Cần --out/],
      [['--out', 'tin', 'anacron'], /Không có lịch “anacron”; có: cron, systemd, windows, github/],
      [['--out', 'tin', '--install'], /--install cần tên lịch/],
      [['--out', 'tin', 'cron', '--install', '--remove'], /Chỉ chọn một/],
      [['--out', 'tin', 'github', '--install'], /kho trên GitHub/],
    ] as [string[], RegExp][]) {
      const { code, text } = await run(...args);
      expect(code, args.join(' ')).to.equal(2);
      expect(text)
        .to.match(words)
        .and.match(/^.+\n$/);
    }
  });
});
