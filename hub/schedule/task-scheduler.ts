import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { toWriteError } from '../memory/files.ts';
import type { Words } from '../messages.ts';
import { fillIn, readDeployFile } from './deploy-file.ts';
import { type Machine, requireProgram, runProgram } from './machine.ts';
import { quoteForWindows } from './quoting.ts';
import { commandOf, type Schedule, type ScheduledHub } from './schedule.ts';

const MISSED: Words = {
  vi: 'Lần chạy lỡ khi máy tắt được chạy bù khi máy bật lại.',
  en: 'A run missed while the computer was off is made up for once it is on.',
};
const ONLY_LOGGED_IN: Words = {
  vi: 'Trạm chỉ chạy khi bạn đang đăng nhập. Muốn nó chạy cả khi không, mở cửa sổ dòng lệnh bằng “Run as administrator” rồi làm lại.',
  en: 'The hub runs only while you are logged in. For it to run always, open the command line by “Run as administrator” and do this again.',
};

/** The name of a hub's task. A name for each configuration, because what a task runs cannot be read back reliably. */
export const taskName = ({ config }: ScheduledHub): string =>
  `tct-hub-${createHash('sha256').update(config.toLowerCase()).digest('hex').slice(0, 8)}`;

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The task as XML. `schtasks` takes it as a file; as an argument, a command line has 261 characters at most.
 *
 * @param user who runs it while logged in; the system does, always, by default
 */
export async function taskXml(hub: ScheduledHub, user?: string): Promise<string> {
  const [node = '', ...args] = commandOf(hub);
  // Task Scheduler takes the program as a path, without quotation marks. This only checks it.
  quoteForWindows(node);
  const values: [element: string, value: string][] = [
    ['Command', node],
    ['Arguments', args.map(quoteForWindows).join(' ')],
  ];
  let xml = await readDeployFile('task-scheduler.xml');
  xml = xml.slice(xml.indexOf('<Task '));
  for (const [element, value] of values)
    xml = fillIn(xml, RegExp(`(?<=<${element}>).*(?=</${element}>)`), escapeXml(value));
  if (user === undefined) return xml;
  const principal = `<UserId>${escapeXml(user)}</UserId>\n      <LogonType>InteractiveToken</LogonType>`;
  return fillIn(xml, /<UserId>.*<\/UserId>/, principal);
}

/** Security identifiers of the levels at which a process has an administrator's rights, in every language of Windows. */
const ELEVATED = /S-1-16-(?:12288|16384)\b/;

/** Who is to run the task: undefined, the system, if this process may say so. */
async function taskUser(machine: Machine): Promise<string | undefined> {
  const groups = await runProgram(machine, 'whoami', ['/groups']);
  if (groups && ELEVATED.test(groups.stdout.toString('latin1'))) return undefined;
  const { USERDOMAIN = '', USERNAME = '' } = machine.env;
  return USERDOMAIN ? `${USERDOMAIN}\\${USERNAME}` : USERNAME;
}

export async function describeTaskScheduler(hub: ScheduledHub, machine: Machine): Promise<Schedule> {
  const user = await taskUser(machine);
  const query = await runProgram(machine, 'schtasks', ['/Query', '/TN', taskName(hub)]);
  const path = win32.join(win32.dirname(hub.config), 'tct-hub-task.xml');
  return {
    scheduler: 'task-scheduler',
    files: [{ path, text: await taskXml(hub, user) }],
    command: `schtasks /Create /F /TN ${taskName(hub)} /XML "${path}"`,
    canInstall: !!query,
    ...(!query && {
      obstacle: { vi: 'Máy này không có lệnh schtasks.', en: 'This computer has no program schtasks.' },
    }),
    isInstalled: query?.code === 0,
    notes: user === undefined ? [MISSED] : [MISSED, ONLY_LOGGED_IN],
  };
}

/** @throws ScheduleError, WriteError */
export async function installTask(hub: ScheduledHub, machine: Machine): Promise<void> {
  const xml = await taskXml(hub, await taskUser(machine));
  const folder = await mkdtemp(join(tmpdir(), 'tct-hub-'));
  try {
    const path = join(folder, 'task.xml');
    // schtasks reads UTF-16 in every version of Windows.
    await writeFile(path, Buffer.from(`\ufeff${xml}`, 'utf16le'));
    await requireProgram(machine, 'schtasks', ['/Create', '/F', '/TN', taskName(hub), '/XML', path]);
  } catch (error) {
    throw toWriteError(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws ScheduleError */
export async function removeTask(hub: ScheduledHub, machine: Machine): Promise<void> {
  const query = await runProgram(machine, 'schtasks', ['/Query', '/TN', taskName(hub)]);
  if (query?.code === 0) await requireProgram(machine, 'schtasks', ['/Delete', '/F', '/TN', taskName(hub)]);
}
