#!/usr/bin/env node
/** The command line of the hub. Exit codes: 0 all well, 1 some sources fail, 2 nothing could be done. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { Cluster } from '../core/cluster.ts';
import { ConfigError, loadConfig } from './config.ts';
import { proposals } from './discover.ts';
import { WriteError } from './files.ts';
import { BusyError } from './lock.ts';
import { progress } from './progress.ts';
import { runHub } from './run.ts';
import { sampleConfig } from './sample-config.ts';
import { serve } from './serve.ts';
import { NewerStateError } from './state.ts';

/** Replaced by the build. */
declare const __VERSION__: string;
const version = typeof __VERSION__ === 'string' ? __VERSION__ : 'dev';

const HELP = `tct-hub – trạm thu tin của cụm trường

  tct-hub --config cluster.jsonc --out THƯ-MỤC   thu tin một lần: hỏi các nguồn đến hạn, xuất bản thành tệp
      --every 15m     chạy mãi, cứ 15 phút một lần (m: phút, h: giờ)
      --force         hỏi cả nguồn chưa đến hạn (không sớm hơn 5 phút)
      --state THƯ-MỤC nơi ghi nhớ; mặc định là THƯ-MỤC-state bên cạnh --out
      --serve CỔNG    phục vụ thư mục trên máy này để thử
      --json          nhật ký mỗi nguồn một dòng JSON
      --now ISO       đặt đồng hồ cho một lần chạy
  tct-hub init                                   in một cấu hình mẫu có chú thích
  tct-hub check --config cluster.jsonc           kiểm tra cấu hình, đọc thử từng nguồn
  tct-hub discover ĐỊA-CHỈ                       tìm nguồn tin của một trang

Mã thoát: 0 tốt, 1 có nguồn lỗi, 2 không làm được gì.
`;

/** The command was given what it does not understand. */
class UsageError extends Error {}

function interval(text: string): number {
  const [, count, unit] = /^(\d+)([mh])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (unit === 'h' ? 3_600_000 : 60_000);
  if (!(milliseconds >= 300_000)) throw new UsageError(`--every ${text}: cần ví dụ 15m hoặc 1h, ít nhất 5m.`);
  return milliseconds;
}

function clock(text: string | undefined): () => number {
  if (text === undefined) return Date.now;
  const now = Date.parse(text);
  if (Number.isNaN(now)) throw new UsageError(`--now ${text}: cần thời điểm dạng 2026-11-23T08:00:00+07:00.`);
  return () => now;
}

const agentOf = (cluster?: Cluster) => {
  const contact = cluster?.contact ?? cluster?.hub;
  return `tct-hub/${version}${contact ? ` (+${contact.replace(/[^ -~]|[()]/g, '')})` : ''}`;
};

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        out: { type: 'string' },
        state: { type: 'string' },
        now: { type: 'string' },
        every: { type: 'string' },
        serve: { type: 'string' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

type Values = ReturnType<typeof options>['values'];

/** The widgets' scripts, beside this file in the build. */
function scriptsFolder(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, '../embed'), join(here, '../dist/embed')].find((folder) =>
    existsSync(join(folder, 'tct.js')),
  );
}

async function collect(values: Values): Promise<number> {
  if (!values.config || !values.out) throw new UsageError('Cần --config và --out. Xem: tct-hub --help');
  const out = resolve(values.out);
  const state = resolve(values.state ?? join(dirname(out), `${basename(out)}-state`));
  const every = values.every === undefined ? undefined : interval(values.every);
  const now = clock(values.now);
  const scripts = scriptsFolder();
  if (values.serve !== undefined) {
    const { url } = await serve(out, Number(values.serve));
    process.stderr.write(`Đang phục vụ ${out} tại ${url}\n`);
  }
  for (;;) {
    // Read again each time: who edits it need not restart the hub.
    const cluster = await loadConfig(values.config);
    const result = await runHub(cluster, {
      ...{
        out,
        state,
        now: now(),
        client: { agent: agentOf(cluster) },
        report: progress(process.stdout, !!values.json),
      },
      ...(values.force && { force: true }),
      ...(scripts && { scripts }),
    });
    for (const warning of result.warnings) process.stderr.write(`${warning}\n`);
    const { asked, added, failed, written } = result;
    if (!values.json)
      process.stdout.write(
        `${cluster.name}: hỏi ${asked} nguồn, ${added} bài mới, ${failed} lỗi, ghi ${written} tệp.\n`,
      );
    if (every === undefined) {
      if (values.serve !== undefined) return await new Promise<number>(() => {});
      return failed ? 1 : 0;
    }
    await wait(every);
  }
}

async function check(values: Values): Promise<number> {
  if (!values.config) throw new UsageError('Cần --config. Xem: tct-hub --help');
  const { checkSources } = await import('./check.ts');
  const cluster = await loadConfig(values.config);
  return checkSources(cluster, { agent: agentOf(cluster) }, process.stdout);
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = options(args);
  const [command, address] = positionals;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (command === undefined) return collect(values);
  if (command === 'init') {
    process.stdout.write(sampleConfig);
    return 0;
  }
  if (command === 'check') return check(values);
  if (command === 'discover' && address) return proposals(address, { agent: agentOf() }, process.stdout);
  throw new UsageError(`Không hiểu lệnh "${positionals.join(' ')}". Xem: tct-hub --help`);
}

/** What the person at the keyboard can do something about is said in a line; anything else is our mistake. */
function failed(error: unknown): void {
  if (error instanceof BusyError) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  const known = [UsageError, ConfigError, WriteError, NewerStateError].some((kind) => error instanceof kind);
  process.stderr.write(`${known ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 2;
}

// On a small server memory is dearer than time: the heap grows by a tenth at a time, not by half.
setFlagsFromString('--heap-growing-percent=10');
// Not awaited at the top: in one file, what is imported later stands below and would not be there yet.
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, failed);
