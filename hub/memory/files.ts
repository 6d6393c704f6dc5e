import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HOUR_MS } from '../../core/time/duration.ts';

/** The folder cannot be written, or the disk is full: says which file and why. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

const DISK_ERRORS: Record<string, string> = {
  ENOSPC: 'đĩa đã đầy',
  EDQUOT: 'đã hết hạn mức đĩa',
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi, hoặc chương trình khác đang mở tệp này',
  EBUSY: 'chương trình khác đang mở tệp này',
  EROFS: 'đĩa chỉ cho đọc',
  EMFILE: 'máy đang mở quá nhiều tệp',
  EIO: 'đĩa bị lỗi',
  ENOTDIR: 'một phần của đường dẫn là tệp, không phải thư mục',
  EISDIR: 'ở đó đã có một thư mục cùng tên',
};

/** An error of the disk in words; what is none is returned as it is. */
export function toWriteError(error: unknown, path = (error as NodeJS.ErrnoException)?.path): unknown {
  const why = DISK_ERRORS[String((error as NodeJS.ErrnoException)?.code)];
  return why && !(error instanceof WriteError)
    ? new WriteError(`Không ghi được ${path ?? 'xuống đĩa'}: ${why}. Các tệp cũ vẫn còn nguyên.`)
    : error;
}

/** How long a file that somebody is reading is waited for (ms). */
const RENAME_RETRY_MS = 10_000;

/** Windows refuses to rename over a file that somebody has open; that passes. */
async function replace(from: string, to: string): Promise<void> {
  for (let waited = 0, pause = 20; ; waited += pause, pause = Math.min(500, pause * 2)) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (process.platform !== 'win32' || waited > RENAME_RETRY_MS || !/EPERM|EACCES|EBUSY/.test(code))
        throw error;
      await wait(pause);
    }
  }
}

const temporaryFor = (path: string) => `${path}.${randomUUID().slice(0, 8)}.tmp`;
const TEMPORARY = /\.[\da-f]{8}\.tmp$/;
/** No file is written for so long (ms). */
const ABANDONED_AFTER_MS = HOUR_MS;

/** Removes what processes that were killed had begun to write. */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  for (const name of names.filter((name) => TEMPORARY.test(name))) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written && Date.now() - written.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

/**
 * Writes a file whole or not at all: to a temporary name, to the disk, then renamed. Who reads it meanwhile, or after
 * the power failed, has the old one or the new one.
 *
 * @throws WriteError
 */
export async function writeAtomically(path: string, bytes: string | Uint8Array): Promise<void> {
  const temporary = temporaryFor(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await replace(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw toWriteError(error, path);
  }
}
