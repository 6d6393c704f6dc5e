import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { ScheduleError } from './schedule.ts';

/** The computer that a schedule is for. */
export interface Machine {
  platform: NodeJS.Platform;
  /** Of the user that runs this process; 0 is root. Undefined on Windows. */
  uid?: number;
  home: string;
  /** `PATH` tells where programs are. */
  env: NodeJS.ProcessEnv;
  /** Folder of the system's own units. */
  systemUnits: string;
  /** The file that names the DNS servers. */
  resolvers: string;
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  uid: process.getuid?.(),
  home: homedir(),
  env: process.env,
  systemUnits: '/etc/systemd/system',
  resolvers: '/etc/resolv.conf',
});

export interface ProgramResult {
  /** Exit code; null if the program was killed. */
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

const TIMEOUT_MS = 60_000;

/**
 * Runs a program, never by a shell.
 *
 * @param input what it reads from its standard input
 * @returns undefined if there is no such program, or it may not be run
 */
export function runProgram(
  { env }: Machine,
  program: string,
  args: string[],
  input?: Buffer,
): Promise<ProgramResult | undefined> {
  return new Promise((resolve) => {
    const options = {
      // For messages that can be recognised.
      env: { ...env, LC_ALL: 'C' },
      encoding: 'buffer' as const,
      timeout: TIMEOUT_MS,
      windowsHide: true,
    };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const code = error ? (error.code ?? null) : 0;
      if (typeof code === 'string') resolve(undefined);
      else resolve({ code, stdout, stderr: stderr.toString().trim() });
    });
    // A program that ends without reading its input is known by its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/**
 * Runs a program that has to succeed.
 *
 * @throws ScheduleError
 */
export async function requireProgram(
  machine: Machine,
  program: string,
  args: string[],
  input?: Buffer,
): Promise<Buffer> {
  const result = await runProgram(machine, program, args, input);
  if (result?.code === 0) return result.stdout;
  const command = [program, ...args].join(' ');
  const said = result && (result.stderr || result.stdout.toString().trim() || `${result.code ?? 'SIGTERM'}`);
  throw new ScheduleError(
    said
      ? { vi: `Lệnh “${command}” báo lỗi: ${said}`, en: `The command “${command}” failed: ${said}` }
      : { vi: `Máy này không có lệnh ${program}.`, en: `This computer has no program ${program}.` },
  );
}
