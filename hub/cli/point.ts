import type { ListKind } from '../../core/config/cluster.ts';
import { openAllowed } from '../collect/open-allowed.ts';
import { configEntry } from '../collect/sources.ts';
import { type ClientOptions, HttpClient } from '../http/client.ts';
import { Robots } from '../http/robots.ts';
import { LIST_NAMES } from '../messages.ts';
import type { PointedPost, PointReading, TextPicks } from '../page/point/types.ts';
import { readPointSafely } from '../read/reader.ts';
import { orRefusal } from '../read/unreadable-error.ts';
import { shortDate } from './check.ts';
import type { Output } from './output.ts';

/** Posts that are printed. */
const MAX_SAMPLE = 10;

/** What to read a page by, and how. */
export interface PointOptions {
  kind: ListKind;
  picks: TextPicks;
  json: boolean;
  /** ms since the epoch */
  now: number;
  client: ClientOptions;
}

function postLine({ title, url, date, image, number, parts }: PointedPost): string {
  const more = [
    number && `số ${number}`,
    image && 'có ảnh',
    parts.photos && `${parts.photos.length} ảnh`,
    !url && 'không có đường dẫn',
  ];
  return `  ${shortDate(date)}  ${[title ?? '(không có tiêu đề)', ...more.filter(Boolean)].join(' · ')}`;
}

function lines({ posts, heads, next, warnings }: PointReading, kind: ListKind): string[] {
  const rest = posts.length - MAX_SAMPLE;
  return [
    `${LIST_NAMES[kind]}: đọc được ${posts.length} mục.`,
    ...posts.slice(0, MAX_SAMPLE).map(postLine),
    ...(rest > 0 ? [`  … và ${rest} mục nữa`] : []),
    ...(heads?.length ? [`Các cột của bảng: ${heads.map(({ text }) => text || '(trống)').join(' | ')}`] : []),
    ...(next === undefined ? [] : [`Trang sau: ${next}`]),
    ...warnings.map(({ vi }) => `Lưu ý: ${vi}`),
  ];
}

/**
 * `tct-hub point`: finds the selectors of a list by texts of its page, and prints what is read by them and the entry for
 * the configuration.
 *
 * @returns the exit code
 */
export async function pointAtPage(
  url: string,
  { kind, picks, json, now, client: clientOptions }: PointOptions,
  out: Output,
): Promise<number> {
  const client = new HttpClient(clientOptions, [url]);
  const fail = (refusal: string) => {
    out.write(json ? `${JSON.stringify({ refusal })}\n` : `${url}: ${refusal}\n`);
    return 1;
  };
  const response = await openAllowed(url, client, new Robots({}, client, now));
  if ('refusal' in response) return fail(response.refusal);
  const reading = await orRefusal(readPointSafely(response, { kind, picks }, now));
  if ('refusal' in reading) return fail(reading.refusal);
  const { source, posts, next, warnings } = reading;
  const entry = configEntry(source);
  if (json) out.write(`${JSON.stringify({ source: entry, posts, next, warnings }, null, 2)}\n`);
  else {
    for (const line of lines(reading, kind)) out.write(`${line}\n`);
    out.write(`\nChép vào "${kind}" của trường trong cấu hình:\n${JSON.stringify(entry, null, 2)}\n`);
  }
  return posts.length ? 0 : 1;
}
