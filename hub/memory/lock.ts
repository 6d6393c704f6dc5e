import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another hub process is using the same state folder. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/**
 * The name of the socket that locks a folder or file. Only one process can listen on it, and the system releases it when that
 * process ends, even by a crash. A lock file would remain, and the process id in it might have been reused.
 *
 * It holds on one machine only: not between machines that share a network folder, nor between containers.
 */
function lockName(path: string): string {
  const name = `tct-hub-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}

const lockOfFolder = async (folder: string) => lockName(await realpath(folder));

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
    return await isListening(await lockOfFolder(folder));
  } catch {
    // There is no such folder.
    return false;
  }
}

/** Takes a lock; undefined if another process holds it. */
async function take(name: string): Promise<Server | undefined> {
  if (await isStale(name)) await rm(name, { force: true });
  // A connection that stayed open would keep the server from closing.
  const server = createServer((socket) => socket.destroy())
    .listen(name)
    .unref();
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return undefined;
  }
}

async function holding<T>(server: Server, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    server.close();
    await once(server, 'close');
  }
}

/**
 * Runs `work` while holding the lock of a folder.
 *
 * @throws BusyError if another process holds it
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const server = await take(await lockOfFolder(folder));
  if (!server) throw new BusyError(`Một tct-hub khác đang làm việc trên ${folder}; lần này bỏ qua.`);
  return holding(server, work);
}

/** How long others may hold the lock of a file, which they need only to write it. */
const MAX_FILE_WAIT_MS = 10_000;
const FILE_PAUSE_MS = 10;

/**
 * Runs `work` while holding the lock of a file, which need not exist; waits for others that hold it.
 *
 * @throws BusyError if they hold it too long
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const inFolder = async () => join(await realpath(dirname(file)).catch(() => dirname(file)), basename(file));
  const name = lockName(await realpath(file).catch(inFolder));
  for (let waitedMs = 0; waitedMs < MAX_FILE_WAIT_MS; waitedMs += FILE_PAUSE_MS) {
    const server = await take(name);
    if (server) return holding(server, work);
    await sleep(FILE_PAUSE_MS);
  }
  throw new BusyError(`Một tct-hub khác đang ghi ${file}. Hãy thử lại.`);
}
