/** Atomic writes, and messages for disk errors. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOUR_MS } from '../../core/time/duration.ts';

/** A file cannot be read or written. The message names the file and the reason. */
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
  EEXIST: 'ở đó đã có một tệp, không phải thư mục',
  ENOENT: 'thư mục chứa nó không có, hoặc vừa bị xóa',
  ENFILE: 'máy đang mở quá nhiều tệp',
  ELOOP: 'các liên kết trỏ vòng quanh',
  ENAMETOOLONG: 'đường dẫn quá dài',
  ETXTBSY: 'chương trình khác đang mở tệp này',
};

/** Why a file or folder could not be read or written; undefined if the error is not about one. */
function diskReason(error: unknown): string | undefined {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  // Every error of the file system has a path, except those of an open file.
  return DISK_ERRORS[String(code)] ?? (path === undefined ? undefined : `hệ thống báo lỗi ${code}`);
}

/** A `WriteError` for a file that cannot be read. */
export const toReadError = (error: unknown, path: string): WriteError =>
  new WriteError(`Không đọc được ${path}: ${diskReason(error)?.replace('quyền ghi', 'quyền đọc') ?? error}.`);

/** Turns a disk error into a `WriteError`; returns any other error unchanged. */
export function toWriteError(error: unknown, path = (error as NodeJS.ErrnoException)?.path): unknown {
  const reason = diskReason(error);
  return reason && !(error instanceof WriteError)
    ? new WriteError(`Không ghi được ${path ?? 'xuống đĩa'}: ${reason}. Các tệp cũ vẫn còn nguyên.`)
    : error;
}

/** How long a rename is retried while another program has the file open. */
const RENAME_RETRY_MS = 10_000;

/**
 * Renames over an existing file. Windows refuses that while another program has the file open, so it is retried there.
 */
async function replace(from: string, to: string): Promise<void> {
  for (let waitedMs = 0, pauseMs = 20; ; waitedMs += pauseMs, pauseMs = Math.min(500, pauseMs * 2)) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (process.platform !== 'win32' || waitedMs > RENAME_RETRY_MS || !/EPERM|EACCES|EBUSY/.test(code))
        throw error;
      await sleep(pauseMs);
    }
  }
}

const temporaryName = (path: string) => `${path}.${randomUUID().slice(0, 8)}.tmp`;
const TEMPORARY_NAME = /\.[\da-f]{8}\.tmp$/;
/** Writing a file never takes this long. */
const ABANDONED_AFTER_MS = HOUR_MS;

/** Deletes the temporary files of processes that were killed while writing. */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  for (const name of names.filter((name) => TEMPORARY_NAME.test(name))) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

/**
 * Writes a file atomically: under a temporary name, flushed to disk, then renamed. Readers see either the old file or
 * the new one, even after a power failure.
 *
 * @param mode the permissions of the file; those of a new file by default
 * @throws WriteError
 */
export async function writeAtomically(
  path: string,
  bytes: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'w');
    try {
      if (mode !== undefined) await file.chmod(mode);
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
