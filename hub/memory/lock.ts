import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another hub works on the same memory. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/**
 * What a folder is locked by: a name that only one process can listen on and that the system takes back however that
 * process ends. A file would outlive it, and its process number may be another's by then.
 */
async function lockName(folder: string): Promise<string> {
  const path = await realpath(folder);
  const name = `tct-hub-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}

/** Where such names are files, one outlives its process, and nobody answers. */
async function isLeftBehind(name: string): Promise<boolean> {
  if (!name.startsWith(tmpdir())) return false;
  const socket = connect(name);
  const answered = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return !answered;
}

/**
 * Runs `work` while no other hub works on the folder.
 *
 * @throws BusyError
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = await lockName(folder);
  if (await isLeftBehind(name)) await rm(name, { force: true });
  const server = createServer().listen(name).unref();
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new BusyError(`Một tct-hub khác đang làm việc trên ${folder}; lần này bỏ qua.`);
  }
  try {
    return await work();
  } finally {
    server.close();
    await once(server, 'close');
  }
}
