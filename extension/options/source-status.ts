import { html, nothing, type TemplateResult } from 'lit';
import { movedTo, nextPollAt } from '../../core/poll/next.ts';
import { problemMessage } from '../../core/poll/problem-message.ts';
import { feedErrorMessage } from '../../core/read/feed-error.ts';
import { type PolledSource, permissionFor } from '../schools/configuration.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import { ago, coming, type Words } from '../words/words.ts';

export interface SourceActions {
  grant: (url: string) => void;
  again: (url: string) => void;
  follow: (from: string, to: string) => void;
}

/** How a source stands: `bad` needs the user, `poor` mends itself. */
export type Standing = 'good' | 'waiting' | 'poor' | 'bad';

export function standingOf({ url }: PolledSource, { sources, denied }: Store): Standing {
  const poll = sources[url]?.poll;
  if (denied.includes(permissionFor(url)) || poll?.stopped) return 'bad';
  if (poll?.failures) return poll.failures >= 3 ? 'bad' : 'poor';
  return poll?.checked ? 'good' : 'waiting';
}

/** What went wrong at the last poll, and what to do about it. */
function troubleOf({ url }: PolledSource, store: Store, words: Words): string | undefined {
  const { source } = words.options;
  const state = store.sources[url];
  if (store.denied.includes(permissionFor(url))) return source.ungranted;
  if (!state) return undefined;
  const { stopped, failures, problem, unreached } = state.poll;
  if (stopped) return source.stoppedHow;
  if (unreached) return problemMessage({ kind: unreached })[words.lang];
  if (!failures || !problem) return undefined;
  const { code = '', detail = '' } = state.instead ?? {};
  const why = (feedErrorMessage(code, detail) ?? problemMessage(problem))[words.lang];
  return failures > 1 ? `${why} (${source.failures(failures)})` : why;
}

/** Everything that is known of a source: when it was and will be asked, what it had, what is wrong and what to do. */
export function sourceStatus(
  source: PolledSource,
  store: Store,
  words: Words,
  now: number,
  act: SourceActions,
): TemplateResult {
  const said = words.options.source;
  const { url, kind } = source;
  const state = store.sources[url];
  const { checked, succeeded } = state?.poll ?? {};
  const standing = standingOf(source, store);
  const denied = store.denied.includes(permissionFor(url));
  const due = state && !denied && !isPaused(store, now) ? nextPollAt(state.poll, now) : undefined;
  const trouble = troubleOf(source, store, words);
  const moved = state && movedTo(state.poll);
  const name = {
    good: said.good,
    waiting: said.waiting,
    poor: said.failing,
    bad: state?.poll.stopped ? said.stopped : said.failing,
  };
  return html`<li class="source ${standing}">
    <p><strong>${said[kind]}</strong> <span class="standing">${name[standing]}</span></p>
    <p class="address">${url}</p>
    <p class="facts">${[
      state?.posts !== undefined && said.posts(state.posts),
      checked ? said.asked(ago(words, checked, now)) : said.neverAsked,
      checked && succeeded && succeeded < checked && said.read(ago(words, succeeded, now)),
      due !== undefined && said.next(coming(words, due, now)),
    ]
      .filter(Boolean)
      .map((fact) => html`<span>${fact}</span>`)}</p>
    ${trouble ? html`<p class="trouble">${trouble}</p>` : nothing}
    ${moved ? html`<p class="trouble">${said.moved(moved)}</p>` : nothing}
    <p class="buttons">
      ${denied ? html`<button class="strong" @click=${() => act.grant(url)}>${said.grant}</button>` : nothing}
      ${moved && kind !== 'cluster' ? html`<button class="strong" @click=${() => act.follow(url, moved)}>${said.follow}</button>` : nothing}
      ${!denied && (trouble || standing === 'waiting') ? html`<button @click=${() => act.again(url)}>${said.again}</button>` : nothing}
    </p>
  </li>`;
}
