import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../context.ts';
import { sourceLabel } from '../source-label.ts';
import { countWork, type SourceWork, type WorkProgress } from './work-progress.ts';

function phaseText({ phase, added, unchanged, error }: SourceWork, { words }: ConsoleContext): unknown {
  const text = words.progress;
  if (phase !== 'done') return text[phase];
  if (error) return html`${text.failed} <span lang="vi">${error}</span>`;
  return unchanged ? text.unchanged : text.added(added);
}

function sourceRow(work: SourceWork, context: ConsoleContext): TemplateResult {
  const { source, phase, error } = work;
  return html`<li class=${error ? 'failed' : phase}>
    <span class="name">${sourceLabel(source, context)}</span>
    <span class="phase">${phaseText(work, context)}</span>
  </li>`;
}

const bar = (label: string, text: string, done: number, total: number) =>
  html`<p class="bar"><progress aria-label=${label} max=${total} value=${done}></progress> <span>${text}</span></p>`;

/** How far the reading of all sources is: bars, then each school with its sources. It is no live region: it chatters. */
export function progressList(progress: WorkProgress, context: ConsoleContext): TemplateResult {
  const { isBusy, sources, images } = progress;
  const { progress: text } = context.words;
  const { done } = countWork(progress);
  const schools = [...new Set(sources.map(({ source }) => source.school))];
  const nameOf = (id: string) => context.state.schools.find((school) => school.id === id)?.name ?? id;
  return html`<div class="work">
    ${isBusy ? html`<p class="busy">${text.busy}</p>` : nothing}
    ${sources.length ? bar(text.bar, text.read(done, sources.length), done, sources.length) : nothing}
    ${images?.total ? bar(text.images, text.copied(images.done, images.total), images.done, images.total) : nothing}
    <ul class="work-schools">${schools.map(
      (id) =>
        html`<li><p class="school-name">${nameOf(id)}</p><ul>${sources
          .filter(({ source }) => source.school === id)
          .map((work) => sourceRow(work, context))}</ul></li>`,
    )}</ul>
  </div>`;
}
