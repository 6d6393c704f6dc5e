import util from 'node:util';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time/duration.ts';

export const HELP = `tct-hub – trạm thu tin của cụm trường

  tct-hub --config cluster.jsonc --out THƯ-MỤC   thu tin một lần: hỏi các nguồn đến hạn, xuất bản thành tệp
      --every 15m     chạy mãi, cứ 15 phút một lần (m: phút, h: giờ)
      --force         hỏi cả nguồn chưa đến hạn (không sớm hơn 5 phút), xuất bản lại tất cả
      --state THƯ-MỤC nơi ghi nhớ; mặc định là THƯ-MỤC-state bên cạnh --out
      --json          nhật ký mỗi nguồn một dòng JSON
      --now ISO       đặt đồng hồ cho một lần chạy
      --serve CỔNG    phục vụ THƯ-MỤC trên máy này để thử; không có --config thì chỉ phục vụ
  tct-hub init [TỆP]                             ghi (hoặc in) một cấu hình mẫu có chú thích
  tct-hub discover ĐỊA-CHỈ                       tìm nguồn tin của một trang, từ trang chủ của nó
  tct-hub check --config cluster.jsonc           kiểm tra cấu hình, đọc thử từng nguồn

Mã thoát: 0 tốt, 1 có nguồn lỗi, 2 không làm được gì (lệnh, cấu hình hay thư mục sai).
`;

/** The command was given what it does not understand. */
export class UsageError extends Error {}

/** What a run was asked for on the command line. */
export interface Arguments {
  command: string;
  /** What stands behind the command. */
  operand?: string;
  config?: string;
  out?: string;
  state?: string;
  /** ms since the epoch, for one run */
  now?: number;
  /** ms between two runs */
  every?: number;
  /** TCP port */
  serve?: number;
  force: boolean;
  json: boolean;
}

function interval(text: string): number {
  const [, count, unit] = /^(\d+)([mh])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (unit === 'h' ? HOUR_MS : MINUTE_MS);
  if (!(milliseconds >= 5 * MINUTE_MS && milliseconds <= DAY_MS))
    throw new UsageError(`--every ${text}: cần ví dụ 15m hoặc 1h, từ 5m đến 24h.`);
  return milliseconds;
}

function time(text: string): number {
  const now = Date.parse(text);
  if (Number.isNaN(now)) throw new UsageError(`--now ${text}: cần thời điểm dạng 2026-11-23T08:00:00+07:00.`);
  return now;
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`--serve ${text}: cần số cổng từ 1 đến 65535, ví dụ 8000.`);
  return Number(text);
}

function parse(args: string[]) {
  try {
    return util.parseArgs({
      args,
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        out: { type: 'string' },
        state: { type: 'string' },
        now: { type: 'string' },
        every: { type: 'string' },
        serve: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ]+)/.exec(message)?.[1] ?? '';
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `Không có tuỳ chọn ${option}. Xem: tct-hub --help`
        : `Tuỳ chọn ${option} thiếu giá trị, hoặc có giá trị thừa. Xem: tct-hub --help`,
    );
  }
}

/**
 * The command line, checked.
 *
 * @throws UsageError that says what is wanted
 */
export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parse(args);
  const [command = values.help ? 'help' : 'collect', operand, ...rest] = positionals;
  if (values.help) return { command: 'help', force: false, json: false };
  if (rest.length) throw new UsageError(`Thừa “${rest.join(' ')}”. Xem: tct-hub --help`);
  const { config, out, state, force, json } = values;
  if (values.every !== undefined && values.now !== undefined)
    throw new UsageError('--now đặt đồng hồ cho một lần chạy, không đi cùng --every.');
  return {
    ...{ command, operand, config, out, state, force, json },
    ...(values.now !== undefined && { now: time(values.now) }),
    ...(values.every !== undefined && { every: interval(values.every) }),
    ...(values.serve !== undefined && { serve: port(values.serve) }),
  };
}
