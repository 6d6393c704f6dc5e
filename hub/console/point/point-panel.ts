import { html, nothing, type TemplateResult } from 'lit';
import type { PageSource } from '../../../core/config/cluster.ts';
import type { Column, Pointed } from '../../setup/api.ts';
import type { CallError } from '../call.ts';
import { type Language, wordsFor } from '../words/words.ts';
import { columnNames } from './column-names.ts';
import { pickList } from './pick-list.ts';
import { isEmpty, removePick } from './picks.ts';
import type { PointSession } from './point-session.ts';
import type { PointWords } from './point-words.ts';
import { type PostsView, postsRead } from './posts-read.ts';
import { rememberedPosts } from './remembered-posts.ts';
import { isAtField, selectorFields } from './selector-fields.ts';
import { isSteady, steadiness } from './steadiness.ts';

export interface PanelActions {
  setView: (view: PostsView) => void;
  /** Shows an element on the page. */
  show: (node: number) => void;
  nameColumn: (node: number, column: Column | undefined) => void;
  setSource: (source: PageSource) => void;
  openAlbum: () => void;
  accept: (pointed: Pointed) => void;
  /** On a small screen, whether the panel has most of it. */
  isEnlarged: boolean;
  enlarge: () => void;
}

/** What was read, and what is being done: the first thing to read after each click. */
function summary(session: PointSession, words: PointWords, lang: Language): TemplateResult {
  const { place, work, request, choice } = session;
  const { kind } = request;
  if (work === 'reading' || work === 'trying')
    return html`<p class="working">${words.working[work]} <button @click=${() => session.cancel()}>${words.stop}</button></p>`;
  const { pointed, error } = place ?? {};
  if (!pointed)
    return html`${error && !isEmpty(choice.picks) ? html`<p class="trouble">${error.words[lang]}</p>` : nothing}<p>${words.nothingYet(kind)}</p>`;
  const { facts, next, warnings } = pointed;
  if (!facts.posts && isEmpty(choice.picks)) return html`<p>${words.nothingYet(kind)}</p>`;
  const counts = place?.isAlbum
    ? words.photosRead(facts.photos || facts.posts)
    : `${words.counts(kind, facts)}, ${next ? words.withNext : words.withoutNext}`;
  return html`<p class="counts">${counts}.</p>
    ${isEmpty(choice.picks) && !choice.source ? html`<p>${words.guessed(kind, facts.posts)}</p>` : nothing}
    ${warnings.length ? html`<ul class="warnings">${warnings.map((warning) => html`<li class="trouble">${warning[lang]}</li>`)}</ul>` : nothing}
    ${kind === 'gallery' && pointed.source.photos && !place?.isAlbum ? html`<p class="good">${words.albumPhotosKnown}</p>` : nothing}`;
}

/** A page that was read before by selectors, and is not any more, still has them to be edited. */
function editable({ place, choice }: PointSession): PageSource | undefined {
  if (place?.pointed) return place.pointed.source;
  return choice.source?.kind === 'page' ? choice.source : undefined;
}

/** What was read from the page and what to do with it. */
export function panel(
  session: PointSession,
  words: PointWords,
  lang: Language,
  view: PostsView,
  textOf: (node: number) => string,
  actions: PanelActions,
): TemplateResult {
  const { place, choice, work, accepted, canUndo, request } = session;
  const { kind } = request;
  const { pointed, error, tried } = place ?? {};
  const source = editable(session);
  const fieldError = (at: CallError | undefined) => at && { field: at.field, text: at.words[lang] };
  const isDoubtful = !!pointed?.warnings.length || (!!tried && !isSteady(tried, kind));
  const isTryError = error && pointed && !isAtField(fieldError(error), kind);
  return html`<section class="point-panel" aria-label=${words.panel} aria-busy=${work ? 'true' : 'false'}>
    <button class="sheet-size" aria-expanded=${actions.isEnlarged ? 'true' : 'false'} @click=${actions.enlarge}>${actions.isEnlarged ? words.shrink : words.enlarge}</button>
    <div class="point-read">
      <div class="summary" role="status">${summary(session, words, lang)}</div>
      ${pickList(choice.picks, textOf, words, canUndo, {
        remove: (pick) => void session.change({ ...choice, picks: removePick(choice.picks, pick) }),
        show: actions.show,
        undo: () => void session.undo(),
        startOver: () => void session.startOver(),
      })}
      ${pointed ? columnNames(pointed, words, actions.nameColumn) : nothing}
      ${kind === 'gallery' && accepted?.posts.some((post) => post.url) ? html`<button class="open-album" @click=${actions.openAlbum}>${words.openAlbum}</button>` : nothing}
      ${pointed ? rememberedPosts(pointed, words, actions.show) : nothing}
      ${pointed ? postsRead(pointed, kind, view, words, lang, actions) : nothing}
      ${source ? selectorFields(source, kind, words, fieldError(error), actions.setSource) : nothing}
    </div>
    ${
      accepted
        ? html`<footer class="point-foot">
      <div role="status">${tried ? steadiness(tried, kind, wordsFor(lang)) : isTryError ? html`<p class="trouble">${error.words[lang]}</p>` : html`<p class="hint">${words.tryHelp}</p>`}</div>
      <div class="buttons"><button aria-disabled=${work ? 'true' : nothing} @click=${() => !work && void session.try()}>${words.try}</button><button class="strong" aria-disabled=${work ? 'true' : nothing} @click=${() => !work && actions.accept(accepted)}>${isDoubtful ? words.acceptAnyway : words.accept}</button></div>
    </footer>`
        : nothing
    }
  </section>`;
}
