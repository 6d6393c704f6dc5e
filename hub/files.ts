import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The folder cannot be written, or the disk is full: says which file and why. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

const WORDS: Record<string, string> = {
  ENOSPC: 'đĩa đã đầy',
  EDQUOT: 'đã hết hạn mức đĩa',
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'đĩa chỉ cho đọc',
  ENOTDIR: 'một phần của đường dẫn là tệp, không phải thư mục',
};

/** Windows refuses to rename over a file that somebody is reading; that passes. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (attempt === 10 || process.platform !== 'win32' || !/EPERM|EACCES|EBUSY/.test(code)) throw error;
      await wait(20 * attempt);
    }
  }
}

/**
 * Writes a file whole or not at all: to a temporary name, to the disk, then renamed. Who reads it meanwhile, or after
 * the power failed, has the old one or the new one.
 *
 * @throws WriteError
 */
export async function writeWhole(path: string, bytes: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
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
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new WriteError(`Không ghi được ${path}: ${WORDS[code] ?? message}. Tệp cũ vẫn còn nguyên.`);
  }
}

async function unlessSame(path: string, bytes: Uint8Array): Promise<boolean> {
  const old = await readFile(path).catch(() => undefined);
  if (old?.equals(bytes)) return false;
  await writeWhole(path, bytes);
  return true;
}

/**
 * Publishes a file with its `.gz` and `.br` beside it, if it is another than the one that is there. The compressed ones
 * first: a server never offers an older one for the new file for longer than a rename takes.
 *
 * @returns whether anything was written
 * @throws WriteError
 */
export async function publishFile(path: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(content);
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const changed = [
    await unlessSame(`${path}.br`, brotli),
    await unlessSame(`${path}.gz`, gzipSync(bytes, { level: 9 })),
    await unlessSame(path, bytes),
  ];
  return changed.includes(true);
}
