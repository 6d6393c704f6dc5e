import { hubFolders } from '../config/folders.ts';
import { loadConfig } from '../config/load-config.ts';
import { thisMachine } from '../schedule/machine.ts';
import type { Schedule, Scheduler } from '../schedule/schedule.ts';
import { scheduledHub } from '../schedule/scheduled-hub.ts';
import { listSchedules, setSchedule } from '../schedule/schedules.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Output } from './output.ts';

/** As they are typed. */
const SCHEDULERS: Record<string, Scheduler> = {
  cron: 'cron',
  systemd: 'systemd',
  windows: 'task-scheduler',
  github: 'github-pages',
};

function describe({ scheduler, files, command, obstacle, isInstalled, notes }: Schedule): string {
  const name = Object.keys(SCHEDULERS).find((name) => SCHEDULERS[name] === scheduler);
  const state = isInstalled ? ' – đang chạy' : '';
  const parts = files.map(({ path, text }) => `${path ? `${path}:\n` : ''}${text.trimEnd()}\n`);
  return [
    `== ${name}${state} ==\n`,
    ...parts.map((part) => `${part}\n`),
    ...(command ? [`Lệnh đặt lịch: ${command}\n`] : []),
    ...(obstacle ? [`Không tự đặt được: ${obstacle.vi}\n`] : []),
    ...notes.map(({ vi }) => `${vi}\n`),
  ].join('');
}

/**
 * `tct-hub schedule`: prints how to run the hub by itself, with its own paths, or installs or removes a schedule.
 *
 * @throws UsageError, ConfigError, ScheduleError, WriteError
 */
export async function runScheduleCommand(
  { operands: [typed], config, out, state, change }: Arguments,
  output: Output,
): Promise<void> {
  if (!config) throw new UsageError('Cần --config. Ví dụ: tct-hub schedule --config cluster.jsonc');
  const scheduler = typed === undefined ? undefined : SCHEDULERS[typed];
  const names = Object.keys(SCHEDULERS).join(', ');
  if (typed !== undefined && !scheduler) throw new UsageError(`Không có lịch “${typed}”; có: ${names}.`);
  if (change && !scheduler)
    throw new UsageError(
      `--${change} cần tên lịch, ví dụ: tct-hub schedule --config ${config} cron --${change}`,
    );
  const cluster = await loadConfig(config);
  const folders = hubFolders(config, cluster, { out, state });
  if (!folders) throw new UsageError('Cần --out: cấu hình không ghi thư mục xuất bản ("out").');
  const hub = scheduledHub(cluster, { config, ...folders });
  const machine = thisMachine();
  if (change && scheduler) {
    await setSchedule(scheduler, change === 'install', hub, machine);
    output.write(change === 'install' ? `Đã đặt lịch ${typed}.\n` : `Đã gỡ lịch ${typed}.\n`);
    return;
  }
  const schedules = await listSchedules(hub, machine);
  const chosen = schedules.filter((each) => !scheduler || each.scheduler === scheduler);
  if (!chosen.length) throw new UsageError(`Hệ điều hành của máy này không có lịch “${typed}”.`);
  output.write(chosen.map(describe).join('\n'));
}
