import { constants } from 'node:fs';
import { access, chown, realpath, stat } from 'node:fs/promises';
import type { Cluster } from '../../core/config/cluster.ts';
import { toWriteError, writeAtomically } from '../memory/files.ts';
import { withFileLock } from '../memory/lock.ts';
import { readDraft } from './draft.ts';
import { valueAt } from './edit-json.ts';
import { decodeText } from './encoding.ts';
import { ConfigError, parseConfig, readConfigBytes } from './load-config.ts';

/** Changes the text of a configuration that is valid. It may be called again, with a newer text. */
export type ConfigEdit = (text: string, cluster: Cluster) => string;

/** Somebody else writes the file all the time. */
const MAX_ATTEMPTS = 5;

/** The bytes of a file; undefined if it is not there. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readConfigBytes(path);
  } catch (error) {
    if (
      await access(path, constants.F_OK).then(
        () => true,
        () => false,
      )
    )
      throw error;
    return undefined;
  }
}

/**
 * Edits a configuration file in place. It is written at once or not at all, and only if the result is valid. If it is
 * changed by somebody else meanwhile, the edit is made again on what they wrote; another tct-hub waits for its turn.
 *
 * @param initial the text of a file that does not exist yet; undefined if it has to exist
 * @returns the configuration as it is now
 * @throws ConfigError if the file cannot be used as it is; `ClusterError` if the result is not valid; WriteError;
 *   BusyError; and what `edit` throws. Nothing is written then
 */
export const editConfig = (path: string, edit: ConfigEdit, initial?: string): Promise<Cluster> =>
  withFileLock(path, () => editLocked(path, edit, initial));

async function editLocked(path: string, edit: ConfigEdit, initial: string | undefined): Promise<Cluster> {
  for (let attempt = 1; ; attempt++) {
    const before = await bytesOf(path);
    if (!before && initial === undefined) await readConfigBytes(path);
    const { text, encode } = decodeText(before ?? Buffer.from(initial!));
    const changed = edit(text, parseConfig(text, path, readDraft));
    const cluster = readDraft(valueAt(changed, []));
    if (before && changed === text) return cluster;
    const now = await bytesOf(path);
    if (before ? now?.equals(before) : now === undefined) {
      await replaceConfig(path, encode(changed));
      return cluster;
    }
    if (attempt === MAX_ATTEMPTS)
      throw new ConfigError(`Tệp cấu hình ${path} đang được chương trình khác ghi liên tục. Hãy thử lại.`);
  }
}

/** Writes a file with its permissions and owner, and where it is if the path is a link. */
async function replaceConfig(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const stats = await stat(target).catch(() => undefined);
  // Replacing a file needs no permission to write it; its owner meant that nobody should.
  if (stats)
    await access(target, constants.W_OK).catch((error: unknown) => {
      throw toWriteError(error, path);
    });
  await writeAtomically(target, bytes, stats && stats.mode & 0o7777);
  // Root may edit the file of the user whose hub it is, who has to be able to read it. Others cannot give files away.
  if (stats && process.getuid?.() === 0) await chown(target, stats.uid, stats.gid).catch(() => {});
}
