import { html, nothing, type TemplateResult } from 'lit';
import { nextPollAt } from '../../core/poll/next.ts';
import { problemMessage } from '../../core/poll/problem-message.ts';
import { feedErrorMessage } from '../../core/read/feed-error.ts';
import { type PolledSource, permissionFor } from '../schools/configuration.ts';
import { pollStateOf } from '../schools/poll-state-of.ts';
import { MIN_FAILURES_TO_REPORT, newAddressOf } from '../schools/sources-needing-attention.ts';
import { isPaused } from '../store/is-paused.ts';
import { MAX_ITEMS, type Store } from '../store/schema.ts';
import { timeAgo, timeUntil } from '../words/times.ts';
import type { Words } from '../words/words.ts';

export interface SourceActions {
  grant: (url: string) => void;
  checkAgain: (url: string) => void;
  followMove: (from: string, to: string) => void;
}

/** `bad` needs the user, `poor` may recover by itself, `waiting` has not been polled yet. */
export type SourceHealth = 'good' | 'waiting' | 'poor' | 'bad';

export function sourceHealth({ url }: PolledSource, { sources, denied }: Store): SourceHealth {
  const poll = sources[url]?.poll;
  if (denied.includes(permissionFor(url)) || poll?.stopped) return 'bad';
  if (poll?.failures) return poll.failures >= MIN_FAILURES_TO_REPORT ? 'bad' : 'poor';
  return poll?.checked ? 'good' : 'waiting';
}

/** The health of a source in words. */
export function healthName(source: PolledSource, store: Store, { options: { source: text } }: Words): string {
  const health = sourceHealth(source, store);
  if (store.sources[source.url]?.poll.stopped) return text.stopped;
  const failing = source.hub ? text.hubFailing : text.failing;
  return { good: text.good, waiting: text.waiting, poor: failing, bad: failing }[health];
}

/** Describes the failure of the last poll and what to do about it. */
function problemText(
  { url, kind, hub }: PolledSource,
  store: Store,
  words: Words,
  willRetry: boolean,
): string | undefined {
  const { source: text } = words.options;
  const state = store.sources[url];
  if (store.denied.includes(permissionFor(url))) return text.ungranted;
  if (!state) return undefined;
  const { stopped, failures, problem, unreached } = state.poll;
  if (stopped) return hub ? text.stoppedHub : text.stoppedHow;
  // Browsers do not tell an unknown domain from a server that does not answer.
  if (unreached === 'dns') return text.unreached;
  if (unreached) return problemMessage({ kind: unreached }, willRetry)[words.lang];
  if (!failures || !problem) return undefined;
  const { code = '', detail = '' } = state.instead ?? {};
  // The other messages tell what to use in place of a feed, which a list of schools is not.
  const isTold = kind !== 'cluster' || code === 'challenge';
  const told = isTold ? feedErrorMessage(code, detail) : undefined;
  const reason = (told ?? problemMessage(problem, willRetry))[words.lang];
  return failures > 1 ? `${reason} (${text.failures(failures)})` : reason;
}

/**
 * One source: its health, the last and the next poll, the number of posts, and any problem with buttons that help.
 *
 * @param on whether it is polled
 */
export function sourceStatus(
  source: PolledSource,
  store: Store,
  words: Words,
  now: number,
  on: boolean,
  actions: SourceActions,
): TemplateResult {
  const text = words.options.source;
  const { url, kind } = source;
  const state = store.sources[url];
  const { checked, succeeded, unreached } = state?.poll ?? {};
  const health = sourceHealth(source, store);
  const denied = store.denied.includes(permissionFor(url));
  const nextPoll =
    state && on && !denied && !isPaused(store, now)
      ? nextPollAt(pollStateOf(store, source, now), now)
      : undefined;
  const problem = problemText(source, store, words, nextPoll !== undefined);
  const newUrl = newAddressOf(store, source);
  const facts = [
    state?.posts !== undefined && text.posts(state.posts),
    state?.posts !== undefined && state.posts > MAX_ITEMS && text.newest(MAX_ITEMS),
    checked ? text.lastChecked(timeAgo(words, checked, now)) : !unreached && text.neverChecked,
    checked && succeeded && succeeded < checked && text.lastRead(timeAgo(words, succeeded, now)),
    nextPoll !== undefined && text.nextCheck(timeUntil(words, nextPoll, now)),
  ].filter(Boolean);
  return html`<li class="source ${health}">
    <p><strong>${text[kind]}</strong> <span class="health">${on ? healthName(source, store, words) : words.options.schools.off}</span></p>
    <p class="address">${url}</p>
    <p class="facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
    ${problem ? html`<p class="trouble">${problem}</p>` : nothing}
    ${newUrl ? html`<p class="trouble">${kind === 'cluster' ? text.hubMoved(newUrl) : text.moved(newUrl)}</p>` : nothing}
    <p class="buttons">
      ${denied ? html`<button class="strong" @click=${() => actions.grant(url)}>${text.grant}</button>` : nothing}
      ${newUrl ? html`<button class="strong" @click=${() => actions.followMove(url, newUrl)}>${text.follow}</button>` : nothing}
      ${on && !denied && (problem || health === 'waiting') ? html`<button @click=${() => actions.checkAgain(url)}>${text.again}</button>` : nothing}
    </p>
  </li>`;
}
