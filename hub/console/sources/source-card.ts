import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterSource } from '../../../core/config/cluster.ts';
import type { SourceState } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { thingOf } from '../remarks/remarks.ts';
import { shortAddress, sourceLabel } from '../source-label.ts';
import { timeAgo, timeUntil } from '../times.ts';
import { conditionOf } from './condition.ts';
import { sourceAnswers } from './source-answers.ts';

/** What can be done to a source. */
export interface SourceActions {
  isAsking: (source: SourceState) => boolean;
  ask: (source: SourceState) => void;
  pause: (source: SourceState) => void;
  edit: (source: SourceState) => void;
  remove: (source: SourceState) => void;
  point: (source: SourceState) => void;
  /** Writes another source, or another address, in its place. */
  replace: (source: SourceState, by: ClusterSource) => void;
}

function factsOf(source: SourceState, { words }: ConsoleContext): string[] {
  const { sources: text, times } = words;
  const { kind, posts, lastSuccess, lastAttempt, nextDue, isPaused } = source;
  const now = Date.now();
  const read = lastSuccess && timeAgo(lastSuccess, now, times);
  const asked = lastAttempt && timeAgo(lastAttempt, now, times);
  return [
    posts !== undefined && words.remarks.counted(posts, thingOf(kind)),
    read && text.read(read),
    asked && asked !== read && text.asked(asked),
    !isPaused &&
      nextDue &&
      (Date.parse(nextDue) > now ? text.next(timeUntil(nextDue, now, times)) : text.nextRun),
  ].filter((fact) => typeof fact === 'string');
}

const link = (url: string, text = url) =>
  html`<a class="address" href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`;

/** What is wrong or has changed, each with the button that mends it. */
function remedies(source: SourceState, context: ConsoleContext, actions: SourceActions): TemplateResult {
  const { sources: text, times } = context.words;
  const { error, note, adopted, movedTo, remembered } = source;
  const isRedesigned = conditionOf(source) === 'redesigned';
  return html`${
    isRedesigned
      ? html`<div class="remedy"><p class="trouble"><strong>${text.redesigned(remembered)}</strong></p>
          <button class="strong" @click=${() => actions.point(source)}>${text.pointAgain}</button></div>`
      : nothing
  }
  ${error ? html`<p class="trouble" lang="vi">${error}</p>` : nothing}
  ${note ? html`<p class="hint" lang="vi">${note}</p>` : nothing}
  ${
    adopted
      ? html`<div class="remedy"><p>${text.adopted(timeAgo(adopted.since, Date.now(), times))} ${link(adopted.source.url)}</p>
          <button class="strong" @click=${() => actions.replace(source, adopted.source)}>${text.writeAdopted}</button></div>`
      : nothing
  }
  ${
    movedTo
      ? html`<div class="remedy"><p>${text.moved} ${link(movedTo)}</p>
          <button class="strong" @click=${() => actions.replace(source, { ...source.source, url: movedTo })}>${text.writeMoved}</button></div>`
      : nothing
  }`;
}

/** A source: how it does, what is wrong, what can be done, and its last answers. */
export function sourceCard(
  source: SourceState,
  context: ConsoleContext,
  actions: SourceActions,
): TemplateResult {
  const { sources: text, times } = context.words;
  const { isPaused, canAskAt, url } = source;
  const condition = conditionOf(source);
  const label = sourceLabel(source, context);
  const now = Date.now();
  const wait = !isPaused && canAskAt && Date.parse(canAskAt) > now ? canAskAt : undefined;
  const isAsking = actions.isAsking(source);
  const name = (action: string) => `${action}: ${label}`;
  const ask = () => wait || isAsking || actions.ask(source);
  return html`<li class="source" data-condition=${condition}>
    <h3><span class="list-name">${context.words.sources.kinds[source.kind]}</span> <span class="condition">${text.states[condition]}</span></h3>
    <p>${link(url, shortAddress(url))}</p>
    <p class="facts">${factsOf(source, context).map((fact) => html`<span>${fact}</span>`)}</p>
    ${remedies(source, context, actions)}
    <div class="buttons">
      ${isPaused ? nothing : html`<button aria-label=${name(isAsking ? text.asking : text.ask)} aria-disabled=${wait || isAsking ? 'true' : nothing} @click=${ask}>${isAsking ? text.asking : text.ask}</button>`}
      <button aria-label=${name(text.edit)} @click=${() => actions.edit(source)}>${text.edit}</button>
      ${source.source.kind === 'page' && condition !== 'redesigned' ? html`<button aria-label=${name(text.point)} @click=${() => actions.point(source)}>${text.point}</button>` : nothing}
      <button aria-label=${name(isPaused ? text.resume : text.pause)} @click=${() => actions.pause(source)}>${isPaused ? text.resume : text.pause}</button>
      <button class="quiet" aria-label=${name(text.remove)} @click=${() => actions.remove(source)}>${text.remove}</button>
    </div>
    ${wait ? html`<p class="hint">${text.canAsk(timeUntil(wait, now, times))}</p>` : nothing}
    ${sourceAnswers(source.answers, context)}
  </li>`;
}
