/** A folder of a build, as the list says that the build has written beside its files. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { record, text } from '../../core/schema.ts';
import { toReadError } from '../memory/files.ts';
import { copiedName } from '../memory/state-schema.ts';

/** A file of a build. */
export interface BuildFile {
  path: string;
  /** Of its content, as in `integrity` attributes. */
  integrity: string;
}

/** A folder is not as its list says, as while an update is being unpacked. The message names the first such file. */
export class IncompleteBuildError extends Error {
  constructor(folder: string, name: string) {
    super(
      `Thư mục ${folder} không trọn vẹn một bản: tệp ${name} thiếu, hoặc là của bản khác. Các tệp đã xuất bản vẫn còn nguyên, chưa có gì được chép từ đó. Hãy giải nén lại cả bản tct-hub.`,
    );
  }
}

const integrityOf = (bytes: Buffer) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

const fileList = record(text(), copiedName);

/** A file's content; undefined if there is no such file. @throws WriteError if it cannot be read */
async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw toReadError(error, path);
  }
}

/** The content of a file of a build; undefined if it is gone or has changed. @throws WriteError */
export async function readBuildFile({ path, integrity }: BuildFile): Promise<Buffer | undefined> {
  const bytes = await contentOf(path);
  return bytes && integrityOf(bytes) === integrity ? bytes : undefined;
}

function parseList(json: string): Record<string, string> | undefined {
  try {
    const list = fileList(JSON.parse(json));
    return list && Object.keys(list).length ? list : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The files of a folder by their names in it: those that its list names, each with its `integrity`, and some that need not
 * be in the list. Anything else there, such as files of the build before, is not of the build.
 *
 * @param list name of the list
 * @param unlisted names of other files
 * @returns undefined if there is no such folder
 * @throws IncompleteBuildError, WriteError
 */
export async function readBuildFolder(
  folder: string,
  list: string,
  unlisted: readonly string[],
): Promise<Map<string, BuildFile> | undefined> {
  const json = await contentOf(join(folder, list));
  if (!json && !existsSync(folder)) return undefined;
  const listed = parseList(json?.toString() ?? '');
  if (!listed) throw new IncompleteBuildError(folder, list);
  const files = new Map<string, BuildFile>();
  for (const name of [...Object.keys(listed), ...unlisted].sort()) {
    const path = join(folder, name);
    const bytes = await contentOf(path);
    const integrity = bytes && integrityOf(bytes);
    if (!integrity || integrity !== (listed[name] ?? integrity)) throw new IncompleteBuildError(folder, name);
    files.set(name, { path, integrity });
  }
  return files;
}
