import util from 'node:util';
import { LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { columnsSchema } from '../../core/config/cluster-schema.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time/duration.ts';
import type { Column, TextPicks } from '../page/point/types.ts';

export const HELP = `tct-hub – trạm thu tin của cụm trường

  tct-hub --config cluster.jsonc [--out THƯ-MỤC] thu tin một lần: hỏi các nguồn đến hạn, xuất bản thành tệp
      --every 15m     chạy mãi, cứ 15 phút một lần (m: phút, h: giờ)
      --force         hỏi cả nguồn chưa đến hạn (không sớm hơn 5 phút), xuất bản lại tất cả,
                      ghi đè cả docs/, nhung/, embed.html không do trạm ghi
      --out THƯ-MỤC   nơi xuất bản; mặc định là mục "out" của cấu hình
      --state THƯ-MỤC nơi ghi nhớ; mặc định là mục "state" của cấu hình, hoặc THƯ-MỤC-state bên cạnh --out
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
      --add           thêm các trường tìm được vào cấu hình --config, giữ nguyên chú thích
  tct-hub point ĐỊA-CHỈ --title "TIÊU ĐỀ"        tìm danh sách trên một trang theo chữ của nó: in những bài đọc được
                                                 và mục cấu hình để chép. Dấu và chữ hoa không quan trọng
      --title "CHỮ"   tiêu đề của một bài trong danh sách; ghi nhiều lần được
      --not "CHỮ"     chữ ở chỗ không thuộc danh sách; ghi nhiều lần được
      --date, --summary, --next "CHỮ"
                      ngày hay tóm tắt của một bài; đường dẫn tới trang sau
      --column CỘT="CHỮ"  chữ ở đầu một cột của bảng văn bản; CỘT: title, number, type, field, issuer, signer,
                      issued, effective, status hoặc file
      --kind LOẠI     news (tin, mặc định), documents (văn bản) hoặc gallery (ảnh)
      --json          in kết quả dạng JSON
  tct-hub set --config cluster.jsonc MỤC GIÁ-TRỊ sửa name, contact, hub hoặc out của cấu hình; "" để bỏ
  tct-hub pause|resume|remove --config cluster.jsonc TRƯỜNG [news|documents|gallery [ĐỊA-CHỈ]]
                                                 tạm dừng, đọc lại hoặc xóa một trường, một mục hay một nguồn
  tct-hub check --config cluster.jsonc           kiểm tra cấu hình, đọc thử từng nguồn
  tct-hub schedule --config cluster.jsonc [LỊCH] in lịch chạy 15 phút một lần, với đường dẫn của trạm này;
                                                 LỊCH: cron, systemd, windows hoặc github. --out, --state như khi thu tin
      --install       đặt lịch ấy trên máy này; làm lại thì lịch theo đường dẫn mới
      --remove        gỡ lịch ấy

Mã thoát: 0 tốt; 1 có nguồn lỗi, các nguồn khác vẫn được xuất bản; 2 không làm được gì (lệnh, cấu hình hay thư mục sai,
lỗi của chương trình); 75 một tct-hub khác trên máy này đang làm việc trên cùng nơi ghi nhớ.
Mỗi nơi ghi nhớ chỉ dành cho một máy: khóa không có tác dụng giữa các máy dùng chung một thư mục mạng, giữa các container.
`;

/** The commands that take several operands. */
const MANY_OPERANDS = ['discover', 'set', 'pause', 'resume', 'remove'];

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
  /** Texts of a page for `point`, and what its list is of. */
  picks: TextPicks;
  kind: ListKind;
  /** Whether `discover` adds what it finds to the configuration. */
  add?: boolean;
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
        add: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        title: { type: 'string', multiple: true, default: [] },
        not: { type: 'string', multiple: true, default: [] },
        date: { type: 'string' },
        summary: { type: 'string' },
        next: { type: 'string' },
        column: { type: 'string', multiple: true, default: [] },
        kind: { type: 'string', default: 'news' },
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

const COLUMNS = Object.keys(columnsSchema.shape) as Column[];
const NO_PICKS: TextPicks = { items: [], not: [] };

/** @throws UsageError */
function parseColumns(options: readonly string[]): NonNullable<TextPicks['columns']> {
  const columns: NonNullable<TextPicks['columns']> = {};
  for (const option of options) {
    const [, name = '', text = ''] = /^(\w+)=(.+)$/s.exec(option) ?? [];
    const column = COLUMNS.find((each) => each === name);
    if (!column)
      throw new UsageError(`--column ${option}: cần ví dụ number="Số hiệu". CỘT: ${COLUMNS.join(', ')}.`);
    columns[column] = text;
  }
  return columns;
}

/** @throws UsageError */
function parsePicks({
  title,
  not,
  date,
  summary,
  next,
  column,
}: ReturnType<typeof parseOptions>['values']): TextPicks {
  return {
    items: title,
    not,
    ...(date !== undefined && { date }),
    ...(summary !== undefined && { summary }),
    ...(next !== undefined && { next }),
    ...(column.length && { columns: parseColumns(column) }),
  };
}

/** @throws UsageError */
function parseKind(name: string): ListKind {
  const kind = LIST_KINDS.find((each) => each === name);
  if (!kind) throw new UsageError(`--kind ${name}: cần ${LIST_KINDS.join(', ')}.`);
  return kind;
}

/**
 * Parses and checks the command line.
 *
 * @throws UsageError
 */
export function parseArguments(args: string[]): Arguments {
  const { values, positionals } = parseOptions(args);
  const [command = 'collect', ...operands] = positionals;
  if (values.help)
    return { command: 'help', operands: [], force: false, json: false, picks: NO_PICKS, kind: 'news' };
  const rest = MANY_OPERANDS.includes(command) ? [] : operands.slice(1);
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
    picks: parsePicks(values),
    kind: parseKind(values.kind),
    ...(values.add && { add: true }),
    ...(values.install && { change: 'install' }),
    ...(values.remove && { change: 'remove' }),
    ...(values.now !== undefined && { now: parseTime(values.now) }),
    ...(values.every !== undefined && { every: parseInterval(values.every) }),
    ...(values.serve !== undefined && { serve: parsePort('--serve', values.serve) }),
    ...(values.port !== undefined && { port: parsePort('--port', values.port) }),
  };
}
