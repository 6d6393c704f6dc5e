import type { Cluster } from '../core/cluster.ts';
import { dueAt, movedTo, type PollState } from '../core/poll/next.ts';
import { vietnamTime } from '../core/vietnam-time.ts';
import { jobsOf, stateKey } from './collect.ts';
import { asText, page } from './html.ts';
import type { HubState, Kind } from './state.ts';

/** A source as `status.json` tells of it; times are RFC 3339. */
export interface SourceStatus {
  school: string;
  name: string;
  kind: Kind;
  url: string;
  last_attempt?: string;
  last_success?: string;
  /** Absent where it has stopped: the source is gone for good. */
  next_due?: string;
  /** In words, and what to do. */
  error?: string;
  failures?: number;
  posts?: number;
  /** Where the source has lastingly moved: to be put into the configuration. */
  moved_to?: string;
}

export interface Status {
  name: string;
  sources: SourceStatus[];
  /** Where places are configured. */
  weather?: Pick<SourceStatus, 'url' | 'last_attempt' | 'last_success' | 'next_due' | 'error' | 'failures'>;
}

/** What there is to say of a schedule. */
function scheduled(poll: PollState | undefined, now: number): Partial<SourceStatus> {
  if (!poll) return {};
  const { checked, succeeded, failures } = poll;
  const due = dueAt(poll, now);
  const moved = movedTo(poll);
  return {
    ...(checked && { last_attempt: vietnamTime(checked) }),
    ...(succeeded && { last_success: vietnamTime(succeeded) }),
    ...(due && { next_due: vietnamTime(due) }),
    ...(failures && { failures }),
    ...(moved && { moved_to: moved }),
  };
}

export function statusJson(cluster: Cluster, { sources, weather }: HubState, now: number): Status {
  return {
    name: cluster.name,
    sources: jobsOf(cluster).map((job): SourceStatus => {
      const state = sources[stateKey(job)];
      return {
        ...{ school: job.school.id, name: job.school.name, kind: job.kind, url: job.url },
        ...scheduled(state?.poll, now),
        ...(state?.error && { error: state.error }),
        ...(state?.posts !== undefined && { posts: state.posts }),
      };
    }),
    ...(cluster.places.length > 0 && {
      weather: {
        url: cluster.weather,
        ...scheduled(weather?.poll, now),
        ...(weather?.error && { error: weather.error }),
      },
    }),
  };
}

const KIND: Record<Kind, string> = { news: 'Tin', documents: 'Văn bản', gallery: 'Ảnh' };
const shown = (text = '—') => text.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d).*$/, '$4 $3/$2/$1');

/** For the webmaster: failing sources first. */
export function statusPage(name: string, { sources, weather }: Status): string {
  const sorted = [...sources].sort((a, b) => Number(!!b.error) - Number(!!a.error));
  const failing = sources.filter(({ error }) => error).length;
  const rows = sorted.map(
    (source) =>
      `<tr><th scope="row">${asText(source.name)}<br><a href="${asText(source.url)}" rel="noreferrer">${KIND[source.kind]}</a></th>` +
      `<td>${source.error ? `<strong>Lỗi:</strong> ${asText(source.error)}` : source.last_success ? 'Tốt' : 'Chưa đọc'}${
        source.moved_to ? `<br>Đã chuyển lâu dài sang ${asText(source.moved_to)}: hãy sửa cấu hình.` : ''
      }</td><td>${source.posts ?? '—'}</td><td>${shown(source.last_success)}</td><td>${shown(source.last_attempt)}</td><td>${shown(source.next_due)}</td></tr>`,
  );
  if (weather)
    rows.push(
      `<tr><th scope="row">Thời tiết<br><a href="${asText(weather.url)}" rel="noreferrer">Dự báo</a></th><td>${weather.error ? `<strong>Lỗi:</strong> ${asText(weather.error)}` : weather.last_success ? 'Tốt' : 'Chưa đọc'}</td><td>—</td><td>${shown(weather.last_success)}</td><td>${shown(weather.last_attempt)}</td><td>${shown(weather.next_due)}</td></tr>`,
    );
  const summary = failing
    ? `${failing} trong ${sources.length} nguồn đang lỗi.`
    : `Cả ${sources.length} nguồn đều tốt.`;
  return page(
    `Tình trạng – ${name}`,
    `<h1>Tình trạng nguồn tin</h1>\n<p>${asText(name)}. ${summary} <a href="./">Về trang tin</a></p>\n` +
      `<div class="wide" tabindex="0" role="region" aria-label="Bảng tình trạng"><table>\n<thead><tr><th scope="col">Nguồn</th><th scope="col">Tình trạng</th><th scope="col">Số bài</th><th scope="col">Đọc được lúc</th><th scope="col">Hỏi lúc</th><th scope="col">Lần tới</th></tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>`,
  );
}
