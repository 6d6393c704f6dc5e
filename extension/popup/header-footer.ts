import { html, nothing, type TemplateResult } from 'lit';
import { sourcesOf } from '../schools/configuration.ts';
import { unreadCount } from '../schools/posts.ts';
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
  { disabled = false, busy = false } = {},
) =>
  html`<button class="icon ${busy ? 'busy' : ''}" aria-label=${name} title=${key ? `${name} (${key})` : name} ?disabled=${disabled} @click=${onClick}>${icon}</button>`;

export interface HeaderActions {
  refresh: () => void;
  readAll: () => void;
  settings: () => void;
  help: () => void;
}

/** The title, the unread count and the buttons for the whole list. */
export function popupHeader(
  store: Store,
  words: Words,
  {
    canRefresh,
    isRefreshing,
    canReadAll,
  }: { canRefresh: boolean; isRefreshing: boolean; canReadAll: boolean },
  actions: HeaderActions,
): TemplateResult {
  const { popup } = words;
  return html`<header class="masthead">
    <div><h1>${popup.name}</h1>${store.posts.length ? html`<p class="count">${popup.unread(unreadCount(store))}</p>` : nothing}</div>
    <div class="icons">
      ${iconButton(icons.refresh, popup.refresh, 'r', actions.refresh, { busy: isRefreshing, disabled: !canRefresh })}
      ${iconButton(icons.readAll, popup.readAll, 'a', actions.readAll, { disabled: !canReadAll })}
      ${iconButton(icons.help, popup.help, '?', actions.help)}
      ${iconButton(icons.settings, popup.settings, '', actions.settings)}
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
): TemplateResult {
  const { popup } = words;
  const polls = sourcesOf(store).flatMap(({ url }) => store.sources[url]?.poll ?? []);
  const last = polls.reduce((latest, { checked = 0 }) => Math.max(latest, checked), 0);
  const next = polls.reduce((first, { due, stopped }) => (stopped ? first : Math.min(first, due)), Infinity);
  const paused = isPaused(store, now);
  return html`<footer>
    ${site ? html`<button class="wide" @click=${actions.add}>${icons.add}<span>${popup.addSite(site)}</span></button>` : nothing}
    ${
      polls.length
        ? html`<p>${popup.lastChecked(last > 0 ? timeAgo(words, last, now) : popup.never)}${paused || store.offline || !Number.isFinite(next) ? nothing : html` · ${popup.nextCheck(timeUntil(words, next, now))}`}</p>`
        : nothing
    }
    ${polls.length && !paused ? html`<button class="quiet" @click=${actions.pause}>${icons.pause}${popup.pause}</button>` : nothing}
  </footer>`;
}
