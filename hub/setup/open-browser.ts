import { spawn } from 'node:child_process';

/** Whether this process runs on another machine than the one its user sits at. */
export const isRemote = (env: NodeJS.ProcessEnv): boolean => !!(env.SSH_CONNECTION || env.SSH_TTY);

/** The command that opens an address in the user's browser; undefined where there is no desktop. */
function browserCommand(
  url: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): [command: string, ...args: string[]] | undefined {
  if (isRemote(env)) return undefined;
  if (platform === 'darwin') return ['open', url];
  // Not `start`, which is no program but a part of the shell, and takes the address apart.
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : undefined;
}

/** Opens an address in the user's browser where there is a desktop. Whether that works is not known. */
export function openBrowser(url: string): void {
  const [command, ...args] = browserCommand(url, process.platform, process.env) ?? [];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
