import { html, nothing, type TemplateResult } from 'lit';
import { sourcesOf } from '../schools/configuration.ts';
import { pollStateOf } from '../schools/poll-state-of.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import { timeAgo, timeUntil } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import { icons } from './icons.ts';

const iconButton = (
  icon: unknown,
  name: string,
  key: string,
  onClick: () => void,
  { disabled = false, busy = false, expanded = undefined as boolean | undefined } = {},
) =>
  html`<button class="icon ${busy ? 'busy' : ''}" aria-label=${name} aria-expanded=${expanded ?? nothing} title=${key ? `${name} (${key})` : name} ?disabled=${disabled} @click=${onClick}>${icon}</button>`;

export interface HeaderActions {
  refresh: () => void;
  readAll: () => void;
  search: () => void;
}

export interface HeaderState {
  canRefresh: boolean;
  isRefreshing: boolean;
  canReadAll: boolean;
  /** Whether the search field is shown. */
  isSearching: boolean;
}

/**
 * The title, and the buttons for the whole list.
 *
 * @param menu the button for more, the last
 */
export function popupHeader(
  { popup }: Words,
  { canRefresh, isRefreshing, canReadAll, isSearching }: HeaderState,
  menu: unknown,
  actions: HeaderActions,
): TemplateResult {
  return html`<header class="masthead">
    <h1>${popup.name}</h1>
    <div class="icons">
      ${iconButton(icons.refresh, popup.refresh, 'r', actions.refresh, { busy: isRefreshing, disabled: !canRefresh })}
      ${iconButton(icons.readAll, popup.readAll, 'a', actions.readAll, { disabled: !canReadAll })}
      ${iconButton(icons.search, popup.search, '/', actions.search, { expanded: isSearching })}
      ${menu}
    </div>
  </header>`;
}

/**
 * The times of the last and the next poll, a pause button, and a button that follows the site in the active tab.
 *
 * @param site host name of that site, unless it is followed already
 */
export function popupFooter(
  store: Store,
  words: Words,
  now: number,
  site: string | undefined,
  actions: { pause: () => void; add: () => void },
): TemplateResult | typeof nothing {
  const { popup } = words;
  const polls = sourcesOf(store)
    .filter(({ url }) => store.sources[url])
    .map((source) => pollStateOf(store, source, now));
  const last = polls.reduce((latest, { checked = 0 }) => Math.max(latest, checked), 0);
  const next = polls.reduce((first, { due, stopped }) => (stopped ? first : Math.min(first, due)), Infinity);
  const paused = isPaused(store, now);
  if (!site && !polls.length) return nothing;
  return html`<footer>
    ${site ? html`<button class="wide" @click=${actions.add}>${icons.add}<span>${popup.addSite(site)}</span></button>` : nothing}
    ${
      polls.length
        ? html`<p class="times">${popup.lastChecked(last > 0 ? timeAgo(words, last, now) : popup.never)}${paused || store.offline || !Number.isFinite(next) ? nothing : html`&nbsp;· ${popup.nextCheck(timeUntil(words, next, now))}`}</p>`
        : nothing
    }
    ${polls.length && !paused ? html`<button class="quiet" @click=${actions.pause}>${icons.pause}${popup.pause}</button>` : nothing}
  </footer>`;
}
