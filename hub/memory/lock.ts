import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another hub process is using the same state folder. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/**
 * The name of the socket that locks a folder. Only one process can listen on it, and the system releases it when that
 * process ends, even by a crash. A lock file would remain, and the process id in it might have been reused.
 *
 * It holds on one machine only: not between machines that share a network folder, nor between containers.
 */
async function lockName(folder: string): Promise<string> {
  const path = await realpath(folder);
  const name = `tct-hub-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}

/** Whether a process listens on a socket. */
async function isListening(name: string): Promise<boolean> {
  const socket = connect(name);
  const isConnected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isConnected;
}

/** Whether a socket is left over from a dead process. This happens on systems where sockets are files. */
const isStale = async (name: string): Promise<boolean> =>
  name.startsWith(tmpdir()) && !(await isListening(name));

/** Whether a process holds the lock of a folder at the moment. Does not hinder one that wants it. */
export async function isLocked(folder: string): Promise<boolean> {
  try {
    return await isListening(await lockName(folder));
  } catch {
    // There is no such folder.
    return false;
  }
}

/**
 * Runs `work` while holding the lock of a folder.
 *
 * @throws BusyError if another process holds it
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = await lockName(folder);
  if (await isStale(name)) await rm(name, { force: true });
  // A connection that stayed open would keep the server from closing.
  const server = createServer((socket) => socket.destroy())
    .listen(name)
    .unref();
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
