import type { Cluster, ListKind } from '../../core/config/cluster.ts';
import { movedTo, nextPollAt, type PollState } from '../../core/poll/next.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { configuredSources, hasSources, label, stateKey } from '../collect/sources.ts';
import { escapeHtml } from '../escape-html.ts';
import type { HubState } from '../memory/types.ts';
import { LIST_NAMES } from '../messages.ts';
import { type Healing, healingHtml, healingOf } from './healing.ts';
import { htmlPage } from './html.ts';
import { LAST_RUN_TAG, type LastRun, lastRun, shortTime, stoppedWarning, timeElement } from './last-run.ts';

/** Health of a source in `status.json`. Times are RFC 3339. */
interface Health {
  url: string;
  last_attempt?: string;
  last_success?: string;
  /** Absent once polling has stopped, since the source is gone for good (410). */
  next_due?: string;
  /** Message that explains what is wrong and what to do. */
  error?: string;
  /** What the last response was instead of a list, such as `challenge`, `html` or `empty`. */
  code?: string;
  /** Message about what the last poll had no time for. It is no error. */
  note?: string;
  /** Failures since the last success. */
  failures?: number;
  /** Where the source has moved permanently. The configuration should be changed. */
  moved_to?: string;
}

/** A source in `status.json`. */
export interface SourceStatus extends Health, Healing {
  school: string;
  name: string;
  kind: ListKind;
  /** Number of posts in its latest snapshot. */
  posts?: number;
}

/** `status.json`. */
export interface Status extends LastRun {
  /** Name of the cluster. */
  name: string;
  sources: SourceStatus[];
  /** The schools of which the hub reads nothing: no source is configured, or they are not active. */
  without_sources?: { school: string; name: string; home: string; inactive?: true }[];
  /** Absent without configured places. */
  weather?: Health;
}

/** @param state absent if the source has never been polled */
function toHealth(
  url: string,
  now: number,
  state?: { poll: PollState; error?: string; code?: string; note?: string },
): Health {
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
    ...(state.code && { code: state.code }),
    ...(state.note && { note: state.note }),
  };
}

/** The content of `status.json`. */
export function statusJson(cluster: Cluster, hub: HubState, now: number): Status {
  const { sources, weather } = hub;
  const unread = cluster.schools.filter((school) => !school.active || !hasSources(school));
  return {
    name: cluster.name,
    ...lastRun(cluster, hub),
    sources: configuredSources(cluster).map((source): SourceStatus => {
      const state = sources[stateKey(source)];
      return {
        school: source.school.id,
        name: source.school.name,
        kind: source.kind,
        ...toHealth(source.url, now, state),
        ...(state?.posts !== undefined && { posts: state.posts }),
        ...healingOf(source, hub),
      };
    }),
    ...(unread.length > 0 && {
      without_sources: unread.map(({ id, name, home, active }) => ({
        school: id,
        name,
        home,
        ...(!active && { inactive: true as const }),
      })),
    }),
    ...(cluster.places.length > 0 && { weather: toHealth(cluster.weather, now, weather) }),
  };
}

/** Labels of the configured sources that fail, the weather included. */
export function failingSources(cluster: Cluster, { sources, weather }: HubState): string[] {
  const failing = configuredSources(cluster).filter((source) => sources[stateKey(source)]?.error);
  return [...failing.map(label), ...(weather?.error ? ['Thời tiết'] : [])];
}

function listItem(name: string, health: Health, posts?: number, healing = ''): string {
  const { url, error, note, last_success, last_attempt, next_due, moved_to } = health;
  const state = error
    ? `<strong>Lỗi:</strong> ${escapeHtml(error)}`
    : last_success
      ? 'Tốt.'
      : last_attempt
        ? 'Chưa đọc được.'
        : 'Chưa hỏi.';
  const moved = moved_to && `<p>Đã chuyển lâu dài sang ${escapeHtml(moved_to)}: hãy sửa cấu hình.</p>`;
  const facts = [
    posts !== undefined && `${posts} bài`,
    last_success && `đọc được ${shortTime(last_success)}`,
    last_attempt && last_attempt !== last_success && `hỏi ${shortTime(last_attempt)}`,
    next_due && `lần đọc tới ${shortTime(next_due)}`,
  ].filter(Boolean);
  return `<li><a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(name)}</a><p>${state}${note ? ` ${escapeHtml(note)}` : ''}</p>${moved ?? ''}${healing}<small>${facts.join(' · ')}</small></li>`;
}

function summaryOf(sources: readonly Health[]): string {
  if (!sources.length) return 'Chưa có nguồn nào trong cấu hình.';
  const failed = sources.filter(({ error }) => error).length;
  return failed
    ? `${failed} trong ${sources.length} nguồn đang lỗi.`
    : sources.length > 1
      ? `Cả ${sources.length} nguồn đều tốt.`
      : 'Nguồn duy nhất vẫn tốt.';
}

/** `status.html`, for the webmaster. Failing sources come first. */
export function statusPage(name: string, status: Status): string {
  const { sources, weather, without_sources = [], last_run, stale_after } = status;
  const sorted = [...sources].sort((a, b) => Number(!!b.error) - Number(!!a.error));
  const items = sorted.map((source) =>
    listItem(
      `${source.name} – ${LIST_NAMES[source.kind]}`,
      source,
      source.posts,
      healingHtml(source, shortTime),
    ),
  );
  if (weather) items.push(listItem('Thời tiết – Dự báo', weather));
  for (const { name, home, inactive } of without_sources)
    items.push(
      `<li><a href="${escapeHtml(home)}" rel="noreferrer">${escapeHtml(name)}</a><p>${inactive ? 'Không còn hoạt động, nên trạm không hỏi nguồn nào.' : 'Chưa có nguồn nào trong cấu hình.'}</p></li>`,
    );
  const whenStale = stale_after
    ? `<noscript> Nếu quá ${shortTime(stale_after)} mà giờ này chưa đổi thì trạm đã ngừng chạy.</noscript>`
    : '';
  return htmlPage(
    `Tình trạng – ${name}`,
    `<main>
<h1>Tình trạng nguồn tin</h1>
${stoppedWarning('Hãy xem máy chạy trạm còn bật không, và lịch chạy tct-hub (cron, systemd, Task Scheduler…) còn chạy không.', status)}
<p>${escapeHtml(name)}. ${summaryOf([...sources, ...(weather ? [weather] : [])])} <a href="./">Về trang tin</a></p>
<p id="last-run"${last_run ? '' : ' hidden'}>Trạm chạy lần cuối lúc ${timeElement(last_run)}.${whenStale}</p>
<ul>
${items.join('\n')}
</ul>
</main>`,
    LAST_RUN_TAG,
    { 'script-src': "'self'", 'connect-src': "'self'" },
  );
}
