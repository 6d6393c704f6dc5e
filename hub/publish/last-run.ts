/** When the hub last ran, and from when on that is too long ago; and how its pages say so. */
import type { Cluster } from '../../core/config/cluster.ts';
import { nextPollAt } from '../../core/poll/next.ts';
import { DAY_MS, HOUR_MS } from '../../core/time/duration.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { configuredSources, stateKey } from '../collect/sources.ts';
import type { HubState } from '../memory/types.ts';

/** The longest interval at which a hub is run; see `--every`. */
const MAX_RUN_INTERVAL_MS = DAY_MS;
/** A run may begin late, and takes time. */
const RUN_DELAY_MS = 2 * HOUR_MS;

/** In `status.json`. Times are RFC 3339. */
export interface LastRun {
  /** The last run that polled a source. Absent before the first. */
  last_run?: string;
  /** If `last_run` has not changed by then, the hub is not running. Absent if there is nothing left to poll. */
  stale_after?: string;
}

export function lastRun(cluster: Cluster, { sources, weather, lastRun: ran }: HubState): LastRun {
  if (ran === undefined) return {};
  const polled = configuredSources(cluster).map((source) => sources[stateKey(source)]);
  const due = [...polled, cluster.places.length ? weather : undefined].flatMap(
    (state) => (state && nextPollAt(state.poll, ran)) ?? [],
  );
  const nextRun = Math.max(ran + MAX_RUN_INTERVAL_MS, Math.min(...due));
  return {
    last_run: formatVietnamTime(ran),
    ...(due.length && { stale_after: formatVietnamTime(nextRun + RUN_DELAY_MS) }),
  };
}

/** `08:00 23/11/2026` of an RFC 3339 time. */
export const shortTime = (time: string) =>
  time.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d).*$/, '$4 $3/$2/$1');

/** A `time` element; an empty one, for the script, if the time is not known. */
export const timeElement = (time?: string) =>
  time ? `<time datetime="${time}">${shortTime(time)}</time>` : '<time></time>';

/** Shown by the script when the hub has not run for too long. @param advice HTML */
export const stoppedWarning = (advice: string, { last_run, stale_after = '' }: LastRun = {}) =>
  `<p id="stopped" role="status" data-after="${stale_after}" hidden><strong>Trạm chưa chạy từ ${timeElement(last_run)}.</strong> ${advice}</p>`;

/** Loads the script, in the head of a page. */
export const LAST_RUN_TAG = '<script defer src="last-run.js"></script>\n';

/** `last-run.js`: the elements `#last-run` and `#stopped` of a page, brought up to date by what `status.json` says. */
export const LAST_RUN_SCRIPT = `// Says when the hub last ran, and warns when that is too long ago: a hub that has stopped cannot.
(() => {
  const warning = document.getElementById('stopped');
  const line = document.getElementById('last-run');
  const show = ({ last_run, stale_after }) => {
    if (!last_run) return;
    for (const time of document.querySelectorAll('#stopped time, #last-run time')) {
      time.dateTime = last_run;
      time.textContent = last_run.replace(/^(\\d+)-(\\d+)-(\\d+)T(\\d+:\\d+).*$/, '$4 $3/$2/$1');
    }
    line.hidden = false;
    warning.hidden = !(Date.now() > Date.parse(stale_after));
  };
  const load = () =>
    fetch('status.json', { cache: 'no-cache' })
      .then((response) => response.json())
      .then(show)
      .catch(() => {});
  show({ last_run: warning.querySelector('time').dateTime, stale_after: warning.dataset.after });
  load();
  // A page that was left open tells the truth when it is looked at again.
  document.addEventListener('visibilitychange', () => document.hidden || load());
})();
`;
