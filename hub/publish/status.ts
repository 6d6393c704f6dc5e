import type { Cluster, ListKind } from '../../core/config/cluster.ts';
import { movedTo, nextPollAt, type PollState } from '../../core/poll/next.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { configuredSources, label, stateKey } from '../collect/sources.ts';
import type { HubState } from '../memory/state.ts';
import { LIST } from '../messages.ts';
import { asText, page } from './html.ts';

/** How a source is; times are RFC 3339. */
interface Health {
  url: string;
  last_attempt?: string;
  last_success?: string;
  /** Absent where it has stopped: the source is gone for good. */
  next_due?: string;
  /** In words, and what to do. */
  error?: string;
  failures?: number;
  /** Where the source has lastingly moved: to be put into the configuration. */
  moved_to?: string;
}

/** A source as `status.json` tells of it. */
export interface SourceStatus extends Health {
  school: string;
  name: string;
  kind: ListKind;
  posts?: number;
}

export interface Status {
  name: string;
  sources: SourceStatus[];
  /** Where places are configured. */
  weather?: Health;
}

function healthOf(url: string, now: number, state?: { poll: PollState; error?: string }): Health {
  if (!state) return { url };
  const { checked, succeeded, failures } = state.poll;
  const due = nextPollAt(state.poll, now);
  const moved = movedTo(state.poll);
  return {
    url,
    ...(checked && { last_attempt: formatVietnamTime(checked) }),
    ...(succeeded && { last_success: formatVietnamTime(succeeded) }),
    ...(due && { next_due: formatVietnamTime(due) }),
    ...(failures && { failures }),
    ...(moved && { moved_to: moved }),
    ...(state.error && { error: state.error }),
  };
}

export function statusJson(cluster: Cluster, { sources, weather }: HubState, now: number): Status {
  return {
    name: cluster.name,
    sources: configuredSources(cluster).map((job): SourceStatus => {
      const state = sources[stateKey(job)];
      return {
        ...{ school: job.school.id, name: job.school.name, kind: job.kind },
        ...healthOf(job.url, now, state),
        ...(state?.posts !== undefined && { posts: state.posts }),
      };
    }),
    ...(cluster.places.length > 0 && { weather: healthOf(cluster.weather, now, weather) }),
  };
}

/** What fails of all that is configured. */
export function failing(cluster: Cluster, { sources, weather }: HubState): string[] {
  const jobs = configuredSources(cluster).filter((job) => sources[stateKey(job)]?.error);
  return [...jobs.map(label), ...(weather?.error ? ['Thời tiết'] : [])];
}

const shown = (time: string) => time.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d).*$/, '$4 $3/$2/$1');

function line(name: string, health: Health, posts?: number): string {
  const { url, error, last_success, last_attempt, next_due, moved_to } = health;
  const how = error
    ? `<strong>Lỗi:</strong> ${asText(error)}`
    : last_success
      ? 'Tốt.'
      : last_attempt
        ? 'Chưa đọc được.'
        : 'Chưa hỏi.';
  const moved = moved_to && `<p>Đã chuyển lâu dài sang ${asText(moved_to)}: hãy sửa cấu hình.</p>`;
  const facts = [
    posts !== undefined && `${posts} bài`,
    last_success && `đọc được ${shown(last_success)}`,
    last_attempt && last_attempt !== last_success && `hỏi ${shown(last_attempt)}`,
    next_due && `lần tới ${shown(next_due)}`,
  ].filter(Boolean);
  return `<li><a href="${asText(url)}" rel="noreferrer">${asText(name)}</a><p>${how}</p>${moved ?? ''}<small>${facts.join(' · ')}</small></li>`;
}

function summary(sources: readonly Health[]): string {
  if (!sources.length) return 'Chưa có nguồn nào trong cấu hình.';
  const failed = sources.filter(({ error }) => error).length;
  return failed
    ? `${failed} trong ${sources.length} nguồn đang lỗi.`
    : sources.length > 1
      ? `Cả ${sources.length} nguồn đều tốt.`
      : 'Nguồn duy nhất vẫn tốt.';
}

/** For the webmaster: failing sources first. */
export function statusPage(name: string, { sources, weather }: Status): string {
  const sorted = [...sources].sort((a, b) => Number(!!b.error) - Number(!!a.error));
  const lines = sorted.map((source) => line(`${source.name} – ${LIST[source.kind]}`, source, source.posts));
  if (weather) lines.push(line('Thời tiết – Dự báo', weather));
  return page(
    `Tình trạng – ${name}`,
    `<main>
<h1>Tình trạng nguồn tin</h1>
<p>${asText(name)}. ${summary([...sources, ...(weather ? [weather] : [])])} <a href="./">Về trang tin</a></p>
<ul>
${lines.join('\n')}
</ul>
</main>`,
  );
}
