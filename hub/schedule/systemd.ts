import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toReadError, toWriteError, writeAtomically } from '../memory/files.ts';
import type { Words } from '../messages.ts';
import { readDeployFile } from './deploy-file.ts';
import { type Machine, requireProgram, runProgram } from './machine.ts';
import { type Schedule, type ScheduledHub, ScheduleError } from './schedule.ts';
import { runsHub, serviceUnit } from './systemd-units.ts';

const SERVICE = 'tct-hub.service';
const TIMER = 'tct-hub.timer';

const MISSED: Words = {
  vi: 'Lần chạy lỡ khi máy tắt được chạy bù ngay khi máy bật lại. Nhật ký: journalctl -u tct-hub.',
  en: 'A run missed while the computer was off is made up for as soon as it is on. Log: journalctl -u tct-hub.',
};
const MISSED_BY_USER: Words = {
  vi: 'Lần chạy lỡ khi máy tắt được chạy bù khi máy bật lại. Nhật ký: journalctl --user -u tct-hub.',
  en: 'A run missed while the computer was off is made up for once it is on. Log: journalctl --user -u tct-hub.',
};
const ONLY_LOGGED_IN: Words = {
  vi: 'Trạm chỉ chạy khi bạn đang đăng nhập. Muốn nó chạy cả khi không, chạy một lần: loginctl enable-linger',
  en: 'The hub runs only while you are logged in. For it to run always, run once: loginctl enable-linger',
};

const isUserUnit = ({ uid }: Machine) => uid !== 0;

/** Arguments of `systemctl`, which else speaks to the system's manager. */
const systemctl = (machine: Machine, ...args: string[]): [string, string[]] => [
  'systemctl',
  isUserUnit(machine) ? ['--user', ...args] : args,
];

function unitFolder({ home, env, systemUnits, uid }: Machine): string {
  if (uid === 0) return systemUnits;
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'systemd/user');
}

const readIfThere = (path: string) =>
  readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw toReadError(error, path);
  });

/** The user that a path belongs to, or would if it were made. */
async function ownerOf(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.uid ?? (dirname(path) === path ? 0 : ownerOf(dirname(path)));
}

async function unitFiles(hub: ScheduledHub, machine: Machine): Promise<{ path: string; text: string }[]> {
  const folder = unitFolder(machine);
  const owners = new Set(await Promise.all([hub.config, hub.out, hub.state].map(ownerOf)));
  const service = await serviceUnit(hub, {
    isUserUnit: isUserUnit(machine),
    owner: owners.size === 1 ? [...owners][0] : undefined,
    resolvers: (await readIfThere(machine.resolvers)) ?? '',
  });
  return [
    { path: join(folder, SERVICE), text: service },
    { path: join(folder, TIMER), text: await readDeployFile(TIMER) },
  ];
}

/** @throws ScheduleError if there is a unit of this name that runs something else */
async function refuseOthersUnit(hub: ScheduledHub, machine: Machine): Promise<void> {
  const path = join(unitFolder(machine), SERVICE);
  const text = await readIfThere(path);
  if (text !== undefined && !runsHub(text, hub.config))
    throw new ScheduleError({
      vi: `Đã có ${path} chạy một cấu hình khác. Hãy xem tệp ấy, rồi gỡ nó hoặc dùng cron cho trạm này.`,
      en: `${path} already exists and runs another configuration. Look at that file, then remove it, or use cron for this hub.`,
    });
}

async function obstacleOf(hub: ScheduledHub, machine: Machine): Promise<Words | undefined> {
  try {
    // Fails where systemd is installed, but does not run: in containers, or without a session.
    await requireProgram(machine, ...systemctl(machine, 'show', '--property=Version'));
    await refuseOthersUnit(hub, machine);
    return undefined;
  } catch (error) {
    if (error instanceof ScheduleError) return error.words;
    throw error;
  }
}

async function isOnlyForSession(machine: Machine): Promise<boolean> {
  if (!isUserUnit(machine)) return false;
  const args = ['show-user', String(machine.uid), '--property=Linger'];
  const result = await runProgram(machine, 'loginctl', args);
  return result?.stdout.toString().trim() !== 'Linger=yes';
}

export async function describeSystemd(hub: ScheduledHub, machine: Machine): Promise<Schedule> {
  const files = await unitFiles(hub, machine);
  const obstacle = await obstacleOf(hub, machine);
  const present = await Promise.all(files.map(async ({ path, text }) => (await readIfThere(path)) === text));
  const enabled = obstacle
    ? undefined
    : await runProgram(machine, ...systemctl(machine, 'is-enabled', '--quiet', TIMER));
  const user = isUserUnit(machine) ? ' --user' : '';
  return {
    scheduler: 'systemd',
    files,
    command: `systemctl${user} daemon-reload && systemctl${user} enable --now ${TIMER}`,
    canInstall: !obstacle,
    ...(obstacle && { obstacle }),
    isInstalled: present.every(Boolean) && enabled?.code === 0,
    notes: [
      isUserUnit(machine) ? MISSED_BY_USER : MISSED,
      ...((await isOnlyForSession(machine)) ? [ONLY_LOGGED_IN] : []),
    ],
  };
}

/** @throws ScheduleError, WriteError */
export async function installSystemd(hub: ScheduledHub, machine: Machine): Promise<void> {
  await refuseOthersUnit(hub, machine);
  // The service may write to these only, and does not start without them.
  for (const folder of [hub.out, hub.state])
    await mkdir(folder, { recursive: true }).catch((error) => {
      throw toWriteError(error, folder);
    });
  for (const { path, text } of await unitFiles(hub, machine)) await writeAtomically(path, text);
  await requireProgram(machine, ...systemctl(machine, 'daemon-reload'));
  await requireProgram(machine, ...systemctl(machine, 'enable', '--now', TIMER));
  // Allowed to most users for themselves. Where it is not, the note says what it means.
  if (await isOnlyForSession(machine)) await runProgram(machine, 'loginctl', ['enable-linger']);
}

/** @throws ScheduleError, WriteError */
export async function removeSystemd(hub: ScheduledHub, machine: Machine): Promise<void> {
  const folder = unitFolder(machine);
  const service = await readIfThere(join(folder, SERVICE));
  if (service === undefined) return;
  await refuseOthersUnit(hub, machine);
  await requireProgram(machine, ...systemctl(machine, 'disable', '--now', TIMER));
  for (const name of [TIMER, SERVICE])
    await rm(join(folder, name), { force: true }).catch((error) => {
      throw toWriteError(error, join(folder, name));
    });
  await requireProgram(machine, ...systemctl(machine, 'daemon-reload'));
}
