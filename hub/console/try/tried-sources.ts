import { html, nothing, type TemplateResult } from 'lit';
import type { TrialSource } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { remarksOn, thingOf } from '../remarks/remarks.ts';
import { remarksList } from '../remarks/remarks-list.ts';
import { isSameSource } from '../same-source.ts';
import { sourceLabel } from '../source-label.ts';
import { editSource } from '../sources/edit-request.ts';
import { pointAgain } from '../sources/point-again.ts';

function triedSource(tried: TrialSource, context: ConsoleContext): TemplateResult {
  const { words, state } = context;
  const { tryOut: text } = words;
  const { kind, posts, added, error, reading } = tried;
  const remarks = reading ? remarksOn(reading, kind, Date.now()) : [];
  const isDoubtful = !!error || remarks.some(({ isSerious }) => isSerious);
  const configured = state.sources.find((source) => isSameSource(source, tried));
  return html`<li class="source" data-condition=${error ? 'error' : isDoubtful ? 'doubtful' : 'good'}>
    <p><strong>${sourceLabel(tried, context)}</strong>
      ${error ? nothing : html`<span class="facts"><span>${words.remarks.counted(posts, thingOf(kind, reading?.facts))}</span><span>${added ? text.added(added) : text.noneAdded}</span></span>`}</p>
    ${error ? html`<p class="trouble"><strong>${text.error}</strong> <span lang="vi">${error}</span></p>` : nothing}
    ${reading ? remarksList(reading, kind, words) : nothing}
    ${
      isDoubtful && configured
        ? html`<div class="buttons">
            <button @click=${() => editSource(tried, context)}>${text.edit}</button>
            <button @click=${() => pointAgain(configured, context)}>${text.point}</button>
          </div>`
        : nothing
    }
  </li>`;
}

/** Each source by school: how many posts it has, how many of them are new, or what is wrong with what to do. */
export function triedSources(sources: readonly TrialSource[], context: ConsoleContext): TemplateResult {
  const schools = [...new Set(sources.map(({ school }) => school))];
  const nameOf = (id: string) => context.state.schools.find((school) => school.id === id)?.name ?? id;
  return html`<h2>${context.words.tryOut.sources}</h2><ul class="tried">${schools.map(
    (id) =>
      html`<li><h3>${nameOf(id)}</h3><ul class="sources">${sources
        .filter(({ school }) => school === id)
        .map((tried) => triedSource(tried, context))}</ul></li>`,
  )}</ul>`;
}
