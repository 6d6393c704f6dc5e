import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  quoteForCron,
  quoteForExecStart,
  quoteForSystemd,
  quoteForWindows,
} from '../../../hub/schedule/quoting.ts';
import { ScheduleError } from '../../../hub/schedule/schedule.ts';
import { fc, propertyRuns } from '../../property.ts';
import { nastyName } from './nasty-paths.ts';

/** What cron gives to the shell: up to the first `%` without a backslash. Versions differ in `\\`. */
function unescapedByCron(line: string, takesDoubledBackslash: boolean): string {
  const escapes = takesDoubledBackslash ? /\\([%\\])|\\.|%.*/gs : /\\(%)|\\.|%.*/gs;
  return line.replace(escapes, (all, letter?: string) => letter ?? (all.startsWith('%') ? '' : all));
}

const splitByShell = (line: string): string[] =>
  execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`])
    .toString()
    .split('\0')
    .slice(0, -1);

/** How a program of Windows splits its command line (`CommandLineToArgvW`, without the program). */
function splitByWindows(line: string): string[] {
  const args: string[] = [];
  let [current, isQuoted, isOpen] = ['', false, false];
  for (const [all, slashes, letter] of line.matchAll(/(\\*)(["\s]|[^\\"\s]|$)/g)) {
    if (letter === '"') {
      current += '\\'.repeat(slashes!.length >> 1);
      if (slashes!.length % 2) current += '"';
      else isQuoted = !isQuoted;
      isOpen = true;
    } else if (letter && /\s/.test(letter) && !isQuoted) {
      current += slashes;
      if (isOpen || current) args.push(current);
      [current, isOpen] = ['', false];
    } else current += all;
  }
  if (isOpen || current) args.push(current);
  return args;
}

describe('the quoting of paths', () => {
  const names = fc.array(nastyName, { minLength: 1, maxLength: 4 });

  it('cron and the shell run exactly the arguments, in every version of cron', () => {
    fc.assert(
      fc.property(names, fc.boolean(), (args, takesDoubledBackslash) => {
        const line = args.map(quoteForCron).join(' ');
        expect(splitByShell(unescapedByCron(line, takesDoubledBackslash))).to.deep.equal(args);
      }),
      { numRuns: propertyRuns(400) },
    );
  });

  it('the shell starts a program of that name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tct-quoting-'));
    try {
      await fc.assert(
        fc.asyncProperty(nastyName, nastyName, async (name, arg) => {
          const program = join(folder, name, 'node');
          await mkdir(join(folder, name), { recursive: true });
          await writeFile(program, '#!/bin/sh\nprintf "%s\\0" "$@"\n');
          await chmod(program, 0o755);
          const line = unescapedByCron([program, arg].map(quoteForCron).join(' '), true);
          expect(execFileSync('/bin/sh', ['-c', line]).toString()).to.equal(`${arg}\0`);
        }),
        { numRuns: propertyRuns(200) },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('leaves paths without special characters as they are', () => {
    for (const quote of [quoteForCron, quoteForSystemd, quoteForWindows])
      expect(quote('/opt/tct-hub/tct-hub.js')).to.equal('/opt/tct-hub/tct-hub.js');
  });

  it('systemd runs exactly the arguments, and allows writing to exactly the folders', async function () {
    const systemd = ['/lib/systemd/systemd', '/usr/lib/systemd/systemd'].find(existsSync);
    if (!systemd || process.platform !== 'linux') return this.skip();
    const paths = fc.sample(nastyName, { numRuns: 200, seed: 1 }).map((name) => `/srv/${name}`);
    const folder = await mkdtemp(join(tmpdir(), 'tct-systemd-'));
    try {
      const units = join(folder, 'systemd/user');
      await mkdir(units, { recursive: true });
      await mkdir(join(folder, 'run'));
      const unit = `[Service]\nExecStart=${quoteForExecStart(['/bin/true', ...paths])}\nReadWritePaths=${paths.map(quoteForSystemd).join(' ')}\n`;
      await writeFile(join(units, 'quoting.service'), unit);
      for (const path of [folder, join(folder, 'run')]) await chmod(path, 0o777);
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const env = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_RUNTIME_DIR: join(folder, 'run') };
      // Prints what it has read, and starts nothing.
      const { stdout } = spawnSync(systemd, ['--user', '--test', '--unit=quoting.service'], {
        ...nobody,
        env: { ...env, PATH: '/usr/bin:/bin' },
        maxBuffer: 1e9,
      });
      const printed = stdout?.toString() ?? '';
      const [, command] = /Command Line: \/bin\/true (.*)/.exec(printed) ?? [];
      // Where it may not even start, as in some containers.
      if (command === undefined) return this.skip();
      // It prints the command quoted for a shell, before it replaces `$$`.
      const expected = paths.map((path) => path.replaceAll('$', '$$$$'));
      expect(splitByShell(command)).to.deep.equal(expected);
      const [, written] = /ReadWritePaths: (.*)/.exec(printed) ?? [];
      expect([...new Set(written!.split(' /srv/'))].length).to.be.greaterThan(100);
      for (const path of paths) expect(` ${written} `).to.include(` ${path.replace(/\/+$/, '')} `);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('programs of Windows get exactly the arguments', () => {
    const windowsName = nastyName.filter((name) => !/%[^%]+%|\$\(/.test(name));
    fc.assert(
      fc.property(fc.array(windowsName, { maxLength: 4 }), (args) => {
        expect(splitByWindows(args.map(quoteForWindows).join(' '))).to.deep.equal(args);
      }),
      { numRuns: propertyRuns(400) },
    );
    expect(quoteForWindows('C:\\trạm tin\\')).to.equal('"C:\\trạm tin\\\\"');
  });

  it('refuses what a scheduler cannot hold, in words', () => {
    for (const quote of [quoteForCron, quoteForSystemd, quoteForWindows])
      expect(() => quote('/srv/a\nb')).to.throw(ScheduleError, 'ký tự điều khiển');
    for (const path of ['C:\\%TEMP%\\tin', 'C:\\$(Arg0)'])
      expect(() => quoteForWindows(path)).to.throw(ScheduleError, 'một biến');
  });
});
