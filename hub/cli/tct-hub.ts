#!/usr/bin/env node
/** The command line of the hub. Exit codes: 0 all well, 1 some sources fail, 2 nothing could be done. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Cluster } from '../../core/config/cluster.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { ClientOptions } from '../http/client.ts';
import { toWriteError, WriteError } from '../memory/files.ts';
import { BusyError } from '../memory/lock.ts';
import { NewerStateError } from '../memory/state.ts';
import { type RunResult, runHub } from '../run.ts';
import { type Arguments, HELP, readArguments, UsageError } from './arguments.ts';
import { checkSources } from './check.ts';
import { ConfigError, loadConfig } from './config.ts';
import { discoverSources } from './discover.ts';
import { jsonLog, Screen } from './progress.ts';
import { sampleConfig } from './sample-config.ts';
import { serve } from './serve.ts';

/** Replaced by the build. */
declare const __VERSION__: string;
const version = typeof __VERSION__ === 'string' ? __VERSION__ : 'dev';

const { stdout, stderr } = process;

function clientOf(cluster?: Cluster): ClientOptions {
  const contact = (cluster?.contact ?? cluster?.hub)?.replace(/[^ -~]|[()]/g, '');
  return { userAgent: `tct-hub/${version}${contact ? ` (+${contact})` : ''}` };
}

/** The widgets' scripts: beside this file in the build. */
function scriptsFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, 'embed'), join(here, '../dist/embed')].find((folder) =>
    existsSync(join(folder, 'tct.js')),
  );
}

/** What a run did, on one line for cron's mail and logs. */
function summary(name: string, { asked, added, failing, written }: RunResult): string {
  const some = failing.slice(0, 5).join('; ') + (failing.length > 5 ? '; …' : '');
  const errors = `${failing.length} lỗi${some && ` (${some})`}`;
  return `${name}: hỏi ${asked} nguồn, ${added} bài mới, ${errors}, ghi ${written} tệp.`;
}

async function collectOnce(config: string, out: string, args: Arguments): Promise<number> {
  const cluster = await loadConfig(config);
  const state = resolve(args.state ?? join(dirname(out), `${basename(out)}-state`));
  const now = args.now ?? Date.now();
  const scripts = scriptsFolder();
  const screen = !args.json && stdout.isTTY ? new Screen(stdout) : undefined;
  const report = args.json ? jsonLog(stdout) : (screen?.report ?? (() => {}));
  const { force } = args;
  const options = {
    out,
    state,
    now,
    force,
    report,
    clientOptions: clientOf(cluster),
    ...(scripts && { scripts }),
  };
  const result = await runHub(cluster, options).finally(() => screen?.close());
  if (args.json) {
    stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...result })}\n`);
  } else {
    if (!scripts) stderr.write('Không thấy thư mục embed cạnh tct-hub.js: chưa có mã của các khối nhúng.\n');
    for (const warning of result.warnings) stderr.write(`${warning}\n`);
    const stamp = screen ? '' : `${formatVietnamTime(now).slice(0, 16).replace('T', ' ')} `;
    stdout.write(`${stamp}${summary(cluster.name, result)}\n`);
  }
  return result.failing.length ? 1 : 0;
}

const forever = () => new Promise<never>(() => {});

async function collect(args: Arguments): Promise<number> {
  if (!args.out || (!args.config && args.serve === undefined))
    throw new UsageError('Cần --config và --out. Xem: tct-hub --help');
  const out = resolve(args.out);
  if (args.serve !== undefined) {
    if (!args.config && !existsSync(out)) throw new UsageError(`Không có thư mục ${out} để phục vụ.`);
    const { url } = await serve(out, args.serve).catch((error) => {
      const why = { EADDRINUSE: 'đang có chương trình khác dùng', EACCES: 'cần quyền quản trị' }[
        error.code as string
      ];
      throw why ? new UsageError(`Cổng ${args.serve} ${why}; hãy chọn cổng khác.`) : error;
    });
    stderr.write(`Đang phục vụ ${out} tại ${url}\n`);
  }
  const { config, every } = args;
  if (!config) return forever();
  let code = await collectOnce(config, out, args).catch((error) => {
    // What is wrong from the start is not tried for ever.
    if (every !== undefined && error instanceof BusyError) return failed(error);
    throw error;
  });
  while (every !== undefined) {
    await wait(every);
    // The configuration is read again each time: who edits it need not restart the hub, nor does a mistake stop it.
    code = await collectOnce(config, out, args).catch(failed);
  }
  return args.serve === undefined ? code : forever();
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
  return checkSources(cluster, clientOf(cluster), stdout);
}

function discover({ operand }: Arguments): Promise<number> {
  if (!operand) throw new UsageError('Cần địa chỉ trang chủ. Ví dụ: tct-hub discover https://truong.example');
  return discoverSources(operand, clientOf(), stdout);
}

async function main(args: string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new UsageError(`Cần Node 20.19 trở lên; máy này có ${process.version}. Tải tại https://nodejs.org`);
  const given = readArguments(args);
  switch (given.command) {
    case 'help':
      stdout.write(HELP);
      return 0;
    case 'collect':
      return collect(given);
    case 'init':
      return init(given.operand);
    case 'check':
      return check(given);
    case 'discover':
      return discover(given);
    default:
      throw new UsageError(`Không có lệnh “${given.command}”. Xem: tct-hub --help`);
  }
}

/** What the person at the keyboard can do something about is said in a line; anything else is our mistake. */
function failed(error: unknown): number {
  const known = [UsageError, ConfigError, WriteError, NewerStateError, BusyError];
  const said = known.some((kind) => error instanceof kind)
    ? (error as Error).message
    : (error as Error).stack;
  stderr.write(`${said}\n`);
  return error instanceof BusyError ? 0 : 2;
}

// On a small server memory is dearer than time: the heap grows by a tenth at a time, not by half.
setFlagsFromString('--heap-growing-percent=10');
// Not awaited at the top: in one file, what is imported later stands below and would not be there yet.
main(process.argv.slice(2))
  .catch(failed)
  .then((code) => {
    process.exitCode = code;
  });
