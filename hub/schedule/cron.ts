import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toWriteError } from '../memory/files.ts';
import type { Words } from '../messages.ts';
import { blockOf, withBlock, withoutBlock } from './crontab.ts';
import { fillIn, readDeployFile } from './deploy-file.ts';
import { type Machine, requireProgram, runProgram } from './machine.ts';
import { quoteForCron } from './quoting.ts';
import { commandOf, type Schedule, type ScheduledHub, ScheduleError } from './schedule.ts';

const SKIPS: Words = {
  vi: 'cron bỏ qua những lần lỡ khi máy tắt; lần sau trạm hỏi bù mọi nguồn đã đến hạn.',
  en: 'cron skips the runs missed while the computer was off; the next one asks every source that is due.',
};
const HAS_LOG: Words = {
  vi: 'Lần chạy gần nhất in gì thì xem last-run.log trong nơi ghi nhớ.',
  en: 'What the latest run printed is in last-run.log in the hub’s memory.',
};
const HAS_NO_LOG: Words = {
  vi: 'Trạm chưa có nơi ghi nhớ, nên dòng này bỏ những gì trạm in ra. Thu tin một lần rồi lấy lại dòng này thì chúng được giữ.',
  en: 'The hub has no memory yet, so this line drops what it prints. Collect once and take the line again to keep that.',
};

/** The line for a crontab. What a run prints is kept in the hub's memory if it is there; cron would mail it. */
async function cronLine(hub: ScheduledHub): Promise<string> {
  const log = existsSync(hub.state) ? join(hub.state, 'last-run.log') : '/dev/null';
  const command = `${commandOf(hub).map(quoteForCron).join(' ')} > ${quoteForCron(log)} 2>&1`;
  const [, line = ''] = /^(\*.*)$/m.exec(await readDeployFile('crontab')) ?? [];
  return fillIn(line, /(?<=^(?:\S+ ){5})\S.*/, command);
}

/**
 * The user's crontab, one character for each byte, so that lines in any encoding stay as they are.
 *
 * @throws ScheduleError. It is never taken for empty because it could not be read.
 */
async function readCrontab(machine: Machine): Promise<string> {
  const result = await runProgram(machine, 'crontab', ['-l']);
  // The second is BusyBox's.
  if (result?.code === 1 && /no crontab for|No such file/i.test(result.stderr)) return '';
  return (result?.code === 0 ? result.stdout : await requireProgram(machine, 'crontab', ['-l'])).toString(
    'latin1',
  );
}

const toBytes = (text: string) => Buffer.from(text).toString('latin1');

async function writeCrontab(machine: Machine, before: string, after: string): Promise<void> {
  if (after !== before) await requireProgram(machine, 'crontab', ['-'], Buffer.from(after, 'latin1'));
}

export async function describeCron(hub: ScheduledHub, machine: Machine): Promise<Schedule> {
  const line = await cronLine(hub);
  const crontab = await readCrontab(machine).catch((error) => {
    if (error instanceof ScheduleError) return error;
    throw error;
  });
  const isReadable = typeof crontab === 'string';
  return {
    scheduler: 'cron',
    files: [{ text: `${line}\n` }],
    command: 'crontab -e',
    canInstall: isReadable,
    ...(!isReadable && { obstacle: crontab.words }),
    isInstalled: isReadable && `\n${crontab}`.includes(`\n${toBytes(blockOf(hub.config, line))}`),
    notes: [SKIPS, existsSync(hub.state) ? HAS_LOG : HAS_NO_LOG],
  };
}

/** @throws ScheduleError */
export async function installCron(hub: ScheduledHub, machine: Machine): Promise<void> {
  await mkdir(hub.state, { recursive: true }).catch((error) => {
    throw toWriteError(error, hub.state);
  });
  const before = await readCrontab(machine);
  const line = await cronLine(hub);
  await writeCrontab(machine, before, withBlock(before, toBytes(hub.config), toBytes(line)));
}

/** @throws ScheduleError */
export async function removeCron(hub: ScheduledHub, machine: Machine): Promise<void> {
  const before = await readCrontab(machine);
  await writeCrontab(machine, before, withoutBlock(before, toBytes(hub.config)));
}
