import util from 'node:util';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time/duration.ts';

export const HELP = `tct-hub – trạm thu tin của cụm trường

  tct-hub --config cluster.jsonc --out THƯ-MỤC   thu tin một lần: hỏi các nguồn đến hạn, xuất bản thành tệp
      --every 15m     chạy mãi, cứ 15 phút một lần (m: phút, h: giờ)
      --force         hỏi cả nguồn chưa đến hạn (không sớm hơn 5 phút), xuất bản lại tất cả,
                      ghi đè cả docs/, nhung/, embed.html không do trạm ghi
      --state THƯ-MỤC nơi ghi nhớ; mặc định là THƯ-MỤC-state bên cạnh --out
      --json          nhật ký mỗi nguồn một dòng JSON
      --now ISO       đặt đồng hồ cho một lần chạy
      --serve CỔNG    phục vụ THƯ-MỤC trên máy này để thử; không có --config thì chỉ phục vụ
  tct-hub setup [--config TỆP]                   mở trang cài đặt trên máy này: dựng trạm, sửa nguồn, theo dõi
      --port CỔNG     cổng của trang; mặc định là một cổng còn trống
  tct-hub init [TỆP]                             ghi (hoặc in) một cấu hình mẫu có chú thích
  tct-hub discover ĐỊA-CHỈ …                     tìm nguồn tốt nhất của trang, từ trang chủ của nó; in mục cấu hình để chép,
                                                 với nhiều địa chỉ thì in cả cấu hình. Mỗi trang nhiều nhất 40 yêu cầu
      --from TỆP      đọc các địa chỉ từ tệp, mỗi dòng một địa chỉ; sau dấu # là chú thích
      --json          in kết quả dạng JSON
  tct-hub check --config cluster.jsonc           kiểm tra cấu hình, đọc thử từng nguồn
  tct-hub schedule --config cluster.jsonc [LỊCH] in lịch chạy 15 phút một lần, với đường dẫn của trạm này;
                                                 LỊCH: cron, systemd, windows hoặc github. --out, --state như khi thu tin
      --install       đặt lịch ấy trên máy này; làm lại thì lịch theo đường dẫn mới
      --remove        gỡ lịch ấy

Mã thoát: 0 tốt; 1 có nguồn lỗi, các nguồn khác vẫn được xuất bản; 2 không làm được gì (lệnh, cấu hình hay thư mục sai,
lỗi của chương trình); 75 một tct-hub khác trên máy này đang làm việc trên cùng nơi ghi nhớ.
Mỗi nơi ghi nhớ chỉ dành cho một máy: khóa không có tác dụng giữa các máy dùng chung một thư mục mạng, giữa các container.
`;

/** The command line is wrong. The message explains what is expected. */
export class UsageError extends Error {}

/** The parsed command line. */
export interface Arguments {
  /** `help`, `collect`, or the command as typed. */
  command: string;
  /** The arguments after the command: several for `discover`, else at most one. */
  operands: string[];
  /** A file of addresses for `discover`. */
  from?: string;
  config?: string;
  out?: string;
  state?: string;
  /** Clock of a single run: ms since the epoch. */
  now?: number;
  /** Time between two runs, in ms. */
  every?: number;
  /** TCP port to serve the folder on. */
  serve?: number;
  /** TCP port of the console. */
  port?: number;
  force: boolean;
  json: boolean;
  /** What `schedule` is to do with a schedule; without it, it is printed. */
  change?: 'install' | 'remove';
}

function parseInterval(text: string): number {
  const [, count, unit] = /^(\d+)([mh])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (unit === 'h' ? HOUR_MS : MINUTE_MS);
  if (!(milliseconds >= 5 * MINUTE_MS && milliseconds <= DAY_MS))
    throw new UsageError(`--every ${text}: cần ví dụ 15m hoặc 1h, từ 5m đến 24h.`);
  return milliseconds;
}

function parseTime(text: string): number {
  const now = Date.parse(text);
  if (Number.isNaN(now)) throw new UsageError(`--now ${text}: cần thời điểm dạng 2026-11-23T08:00:00+07:00.`);
  return now;
}

function parsePort(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`${option} ${text}: cần số cổng từ 1 đến 65535, ví dụ 8000.`);
  return Number(text);
}

/** @throws UsageError */
function parseOptions(args: string[]) {
  try {
    return util.parseArgs({
      args,
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        from: { type: 'string' },
        out: { type: 'string' },
        state: { type: 'string' },
        now: { type: 'string' },
        every: { type: 'string' },
        serve: { type: 'string' },
        port: { type: 'string' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        install: { type: 'boolean', default: false },
        remove: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ]+)/.exec(message)?.[1] ?? '';
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `Không có tùy chọn ${option}. Xem: tct-hub --help`
        : `Tùy chọn ${option} thiếu giá trị, hoặc có giá trị thừa. Xem: tct-hub --help`,
    );
  }
}

/**
 * Parses and checks the command line.
 *
 * @throws UsageError
 */
export function parseArguments(args: string[]): Arguments {
  const { values, positionals } = parseOptions(args);
  const [command = 'collect', ...operands] = positionals;
  if (values.help) return { command: 'help', operands: [], force: false, json: false };
  const rest = command === 'discover' ? [] : operands.slice(1);
  if (rest.length) throw new UsageError(`Thừa “${rest.join(' ')}”. Xem: tct-hub --help`);
  const { config, from, out, state, force, json } = values;
  if (values.every !== undefined && values.now !== undefined)
    throw new UsageError('--now đặt đồng hồ cho một lần chạy, không đi cùng --every.');
  if (values.install && values.remove) throw new UsageError('Chỉ chọn một trong --install và --remove.');
  return {
    command,
    operands,
    from,
    config,
    out,
    state,
    force,
    json,
    ...(values.install && { change: 'install' }),
    ...(values.remove && { change: 'remove' }),
    ...(values.now !== undefined && { now: parseTime(values.now) }),
    ...(values.every !== undefined && { every: parseInterval(values.every) }),
    ...(values.serve !== undefined && { serve: parsePort('--serve', values.serve) }),
    ...(values.port !== undefined && { port: parsePort('--port', values.port) }),
  };
}
