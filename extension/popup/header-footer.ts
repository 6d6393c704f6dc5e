import { html, nothing, type TemplateResult } from 'lit';
import { schoolsOf, sourcesOf } from '../schools/configuration.ts';
import { postsOf } from '../schools/posts.ts';
import { isPaused } from '../store/is-paused.ts';
import type { Store } from '../store/schema.ts';
import { ago, coming, localeOf, type Words } from '../words/words.ts';
import { icons } from './icons.ts';

/** Which posts are listed. */
export interface View {
  list: 'news' | 'documents' | 'starred';
  query: string;
  /** Id of the one school whose posts are shown. */
  school: string;
  onlyUnread: boolean;
}

const valueIn = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

const icon = (
  sign: unknown,
  name: string,
  key: string,
  act: () => void,
  more: { disabled?: boolean; busy?: boolean } = {},
) =>
  html`<button class="icon ${more.busy ? 'busy' : ''}" aria-label=${name} title=${key ? `${name} (${key})` : name} ?disabled=${more.disabled} @click=${act}>${sign}</button>`;

export interface MastheadActions {
  refresh: () => void;
  readAll: () => void;
  settings: () => void;
  help: () => void;
}

/**
 * Name, how much is unread, and what concerns everything.
 *
 * @param can whether the sources may be asked, or are being; whether there is anything to mark in the list
 */
export function masthead(
  store: Store,
  words: Words,
  can: { refresh: boolean; busy: boolean; readAll: boolean },
  act: MastheadActions,
): TemplateResult {
  const { popup } = words;
  const unread = postsOf(store, { unread: true }).length;
  return html`<header class="masthead">
    <div><h1>${popup.name}</h1>${store.posts.length ? html`<p class="count">${popup.unread(unread)}</p>` : nothing}</div>
    <div class="icons">
      ${icon(icons.refresh, popup.refresh, 'r', act.refresh, { busy: can.busy, disabled: !can.refresh })}
      ${icon(icons.readAll, popup.readAll, 'a', act.readAll, { disabled: !can.readAll })}
      ${icon(icons.help, popup.help, '?', act.help)}
      ${icon(icons.settings, popup.settings, '', act.settings)}
    </div>
  </header>`;
}

/** Lists, search and filters. */
export function tools(
  store: Store,
  words: Words,
  view: View,
  choose: (change: Partial<View>) => void,
): TemplateResult {
  const { popup } = words;
  const locale = localeOf(words);
  const schools = schoolsOf(store).filter(({ on }) => on);
  const tab = (list: View['list'], name: string, count: number) =>
    html`<button aria-pressed=${view.list === list} @click=${() => choose({ list })}>${name}${count ? html` <span class="number">${count}</span>` : nothing}</button>`;
  const unread = (kind: 'news' | 'documents') => postsOf(store, { kind, unread: true }).length;
  return html`<nav class="lists" aria-label=${popup.lists}>
      ${tab('news', popup.news, unread('news'))}${tab('documents', popup.documents, unread('documents'))}${tab('starred', popup.starred, 0)}
      <label class="check"><input type="checkbox" .checked=${view.onlyUnread} @change=${(event: Event) => choose({ onlyUnread: (event.target as HTMLInputElement).checked })}> ${popup.onlyUnread}</label>
    </nav>
    <div class="tools" role="search">
      <input type="search" aria-label=${locale.search} placeholder=${locale.searchPlaceholder} .value=${view.query} @input=${(event: Event) => choose({ query: valueIn(event) })}>
      ${
        schools.length > 1
          ? html`<select aria-label=${popup.school} @change=${(event: Event) => choose({ school: valueIn(event) })}>
              <option value="" ?selected=${!view.school}>${popup.allSchools}</option>
              ${schools.map(({ id, name }) => html`<option value=${id} ?selected=${view.school === id}>${name}</option>`)}
            </select>`
          : nothing
      }
    </div>`;
}

/** When the sources were and will be asked; pausing that; following the page the user is looking at. */
export function foot(
  store: Store,
  words: Words,
  now: number,
  site: string | undefined,
  act: { pause: () => void; add: () => void },
): TemplateResult {
  const { popup } = words;
  const polls = sourcesOf(store).flatMap(({ url }) => store.sources[url]?.poll ?? []);
  const last = Math.max(...polls.map(({ checked = 0 }) => checked));
  const next = Math.min(...polls.filter(({ stopped }) => !stopped).map(({ due }) => due));
  const paused = isPaused(store, now);
  return html`<footer>
    ${site ? html`<button class="wide" @click=${act.add}>${icons.add}<span>${popup.addSite(site)}</span></button>` : nothing}
    ${
      polls.length
        ? html`<p>${popup.lastAsked(last > 0 ? ago(words, last, now) : popup.never)}${paused || store.offline || !Number.isFinite(next) ? nothing : html` · ${popup.nextAsked(coming(words, next, now))}`}</p>`
        : nothing
    }
    ${polls.length && !paused ? html`<button class="quiet" @click=${act.pause}>${icons.pause}${popup.pause}</button>` : nothing}
  </footer>`;
}
