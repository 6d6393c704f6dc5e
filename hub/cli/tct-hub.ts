#!/usr/bin/env node
/** The command `tct-hub`. */
import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { httpUrl } from '../../core/url.ts';
import { hubFolders } from '../config/folders.ts';
import { ConfigError, loadConfig } from '../config/load-config.ts';
import { sampleConfig } from '../config/sample-config.ts';
import { clientOptionsFor } from '../http/client-options.ts';
import { serve } from '../http/serve.ts';
import { toWriteError, WriteError } from '../memory/files.ts';
import { BusyError } from '../memory/lock.ts';
import { NewerStateError } from '../memory/state.ts';
import { buildFolders, MissingPartError } from '../publish/find-build.ts';
import { type RunResult, runHub } from '../run.ts';
import { ScheduleError } from '../schedule/schedule.ts';
import { type Arguments, HELP, parseArguments, UsageError } from './arguments.ts';
import { checkSources } from './check.ts';
import { discoverSources, readAddresses } from './discover.ts';
import { editCommand } from './edit.ts';
import { textOutput } from './output.ts';
import { pointAtPage } from './point.ts';
import { toPortError } from './port-error.ts';
import { jsonLog, Screen } from './progress.ts';
import { runScheduleCommand } from './schedule.ts';
import { setupCommand } from './setup.ts';

const stdout = textOutput(process.stdout);
const stderr = textOutput(process.stderr);

/** The exit codes. Anything but the first two means that nothing was published. */
const EXIT_CODES = {
  success: 0,
  /** Some sources fail. The others are published. */
  sourcesFail: 1,
  /** Wrong usage, configuration or folder, or a bug. */
  unable: 2,
  /** Another run holds the lock; `EX_TEMPFAIL` in sysexits.h. */
  busy: 75,
};

/** The result of a run in one line, for cron's mail and logs. */
function summary(name: string, { asked, added, failing, written }: RunResult): string {
  const labels = failing.slice(0, 5).join('; ') + (failing.length > 5 ? '; …' : '');
  const errors = `${failing.length} lỗi${labels && ` (${labels})`}`;
  return `${name}: hỏi ${asked} nguồn, ${added} bài mới, ${errors}, ghi ${written} tệp.`;
}

/** Runs the hub once and prints the result. @returns the exit code */
async function collectOnce(config: string, args: Arguments): Promise<number> {
  const cluster = await loadConfig(config);
  const folders = hubFolders(config, cluster, { out: args.out, state: args.state });
  if (!folders) throw new UsageError(NO_FOLDER);
  const { out, state } = folders;
  const now = args.now ?? Date.now();
  const build = buildFolders();
  const screen = !args.json && process.stdout.isTTY ? new Screen(process.stdout) : undefined;
  const report = args.json ? jsonLog(stdout) : (screen?.report ?? (() => {}));
  const { force } = args;
  const options = {
    out,
    state,
    now,
    force,
    report,
    clientOptions: clientOptionsFor(cluster),
    ...build,
  };
  const result = await runHub(cluster, options).finally(() => screen?.close());
  if (args.json) {
    stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...result })}\n`);
  } else {
    if (!build.scripts)
      stderr.write('Không thấy thư mục embed cạnh tct-hub.js: chưa có mã của các khối nhúng.\n');
    for (const warning of result.warnings) stderr.write(`${warning}\n`);
    const stamp = screen ? '' : `${formatVietnamTime(now).slice(0, 16).replace('T', ' ')} `;
    stdout.write(`${stamp}${summary(cluster.name, result)}\n`);
  }
  return result.failing.length ? EXIT_CODES.sourcesFail : EXIT_CODES.success;
}

/** Never resolves, to keep the process running. */
const waitForever = () => new Promise<never>(() => {});

const NO_FOLDER = 'Cần --out, hoặc mục "out" trong cấu hình: thư mục xuất bản. Xem: tct-hub --help';

async function collect(args: Arguments): Promise<number> {
  if (!args.config && (!args.out || args.serve === undefined))
    throw new UsageError('Cần --config, và --out nếu cấu hình không ghi "out". Xem: tct-hub --help');
  if (args.serve !== undefined) {
    const folders = hubFolders(args.config ?? '', args.config ? await loadConfig(args.config) : {}, args);
    if (!folders) throw new UsageError(NO_FOLDER);
    const { out } = folders;
    if (!args.config && !statSync(out, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`Không có thư mục ${out} để phục vụ.`);
    const { url } = await serve(out, args.serve).catch((error) => {
      throw toPortError(error, args.serve!);
    });
    stderr.write(`Đang phục vụ ${out} tại ${url}\n`);
  }
  const { config, every } = args;
  if (!config) return waitForever();
  let code = await collectOnce(config, args).catch((error) => {
    // A wrong configuration ends the process in the first run. If another hub holds the lock, wait for the next run.
    if (every !== undefined && error instanceof BusyError) return reportError(error);
    throw error;
  });
  while (every !== undefined) {
    await sleep(every);
    // Reads the configuration again, so that edits need no restart. A mistake in it does not stop the hub.
    code = await collectOnce(config, args).catch(reportError);
  }
  return args.serve === undefined ? code : waitForever();
}

async function init(path: string | undefined): Promise<number> {
  if (path === undefined) {
    stdout.write(sampleConfig);
    return 0;
  }
  try {
    await writeFile(path, sampleConfig, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw toWriteError(error);
    throw new UsageError(`Đã có ${path}; không ghi đè. Hãy đặt tên khác.`);
  }
  stderr.write(`Đã ghi ${path}. Sửa xong thì thử bằng: tct-hub check --config ${path}\n`);
  return 0;
}

async function check({ config }: Arguments): Promise<number> {
  if (!config) throw new UsageError('Cần --config. Ví dụ: tct-hub check --config cluster.jsonc');
  const cluster = await loadConfig(config);
  return checkSources(cluster, clientOptionsFor(cluster), stdout);
}

async function discover({ operands, from, json, add, config, now = Date.now() }: Arguments): Promise<number> {
  const isFile = (path: string) => !!statSync(path, { throwIfNoEntry: false })?.isFile();
  const addresses: string[] = [];
  for (const operand of [...operands, ...(from === undefined ? [] : [from])]) {
    if (operand !== from && !isFile(operand)) addresses.push(operand);
    else if (isFile(operand)) addresses.push(...(await readAddresses(operand)));
    else throw new UsageError(`Không có tệp ${operand}. Cần tệp có mỗi dòng một địa chỉ trang.`);
  }
  if (!addresses.length)
    throw new UsageError('Cần địa chỉ trang chủ. Ví dụ: tct-hub discover https://truong.example');
  if (add && !config) throw new UsageError('--add cần --config: tệp để thêm các trường vào.');
  const options = { json, now, client: clientOptionsFor(), ...(add && { addTo: config }) };
  return discoverSources(addresses, options, stdout, process.stderr);
}

async function point({ operands, kind, picks, json, now = Date.now() }: Arguments): Promise<number> {
  const [url] = operands;
  if (url === undefined || !httpUrl(url) || !/^https?:/i.test(url))
    throw new UsageError(
      'Cần địa chỉ của trang có danh sách. Ví dụ: tct-hub point https://truong.example/tin-tuc --title "Tiêu đề một bài"',
    );
  return pointAtPage(url, { kind, picks, json, now, client: clientOptionsFor() }, stdout);
}

async function main(args: string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new UsageError(`Cần Node 20.19 trở lên; máy này có ${process.version}. Tải tại https://nodejs.org`);
  const parsed = parseArguments(args);
  switch (parsed.command) {
    case 'help':
      stdout.write(HELP);
      return 0;
    case 'collect':
      return collect(parsed);
    case 'setup':
      await setupCommand(parsed, process.stdin, stdout, stderr);
      return EXIT_CODES.success;
    case 'init':
      return init(parsed.operands[0]);
    case 'check':
      return check(parsed);
    case 'discover':
      return discover(parsed);
    case 'point':
      return point(parsed);
    case 'set':
    case 'pause':
    case 'resume':
    case 'remove':
      await editCommand(parsed, stdout);
      return EXIT_CODES.success;
    case 'schedule':
      await runScheduleCommand(parsed, stdout);
      return EXIT_CODES.success;
    default:
      throw new UsageError(`Không có lệnh “${parsed.command}”. Xem: tct-hub --help`);
  }
}

/** Prints user errors in one line, and bugs with their stack. @returns the exit code */
function reportError(error: unknown): number {
  const userErrors = [
    UsageError,
    ConfigError,
    WriteError,
    NewerStateError,
    BusyError,
    MissingPartError,
    ScheduleError,
  ];
  const isUserError = userErrors.some((type) => error instanceof type);
  const { message, stack } = error as Error;
  stderr.write(`${isUserError ? message : stack}\n`);
  return error instanceof BusyError ? EXIT_CODES.busy : EXIT_CODES.unable;
}

/**
 * Runs the command, and sets the exit code once it has ended. Until then the exit code is a failure: Node ends a process
 * without an error when nothing is left that could wake it, even if its work is not done.
 */
async function run(): Promise<void> {
  process.exitCode = EXIT_CODES.unable;
  const reportUnfinished = () =>
    stderr.write(
      'tct-hub dừng giữa chừng, việc chưa xong: đó là lỗi của chương trình, xin báo cho người làm tct-hub.\n',
    );
  process.once('beforeExit', reportUnfinished);
  // Node's own exit code would be 1, which means that the other sources are published.
  process.once('uncaughtException', (error) => process.exit(reportError(error)));
  // A run does not depend on who reads its log.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const code = await main(process.argv.slice(2)).catch(reportError);
  process.off('beforeExit', reportUnfinished);
  process.exitCode = code;
}

// Saves memory on small servers, at the cost of time: the heap grows by a tenth at a time instead of by half.
setFlagsFromString('--heap-growing-percent=10');
// No top-level await: in the bundled file, it would run before the modules below it are initialised.
void run();
