import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another hub works on the same memory. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/** No run takes so long (ms): a lock of a process whose number was given to another one. */
const LONGEST = 3_600_000;

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Runs `work` while no other hub works on the folder. What a killed one left behind does not hold anybody up.
 *
 * @throws BusyError
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, at: Date.now() });
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(path, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = await readFile(path, 'utf8').catch(() => '');
    const pid = Number(/"pid":(\d+)/.exec(text)?.[1] ?? 0);
    const at = Number(/"at":(\d+)/.exec(text)?.[1] ?? Date.now());
    const dead = pid > 0 && (pid === process.pid ? attempt > 0 : !lives(pid) || Date.now() - at > LONGEST);
    if (!dead && attempt < 2 && !pid) continue;
    if (!dead && pid)
      throw new BusyError(
        `Một tct-hub khác (tiến trình ${pid}) đang làm việc trên ${folder}; lần này bỏ qua.`,
      );
    await rm(path, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
