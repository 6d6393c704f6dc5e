import { html, nothing, type TemplateResult } from 'lit';
import type { Pointed } from '../../setup/api.ts';
import type { PointWords } from './point-words.ts';
import { dayOf } from './posts-read.ts';

/** The posts that the hub remembers of a page that was redesigned: those found again, and those that were not. */
export function rememberedPosts(
  { remembered, posts }: Pointed,
  words: PointWords,
  show: (node: number) => void,
): TemplateResult | typeof nothing {
  if (!remembered) return nothing;
  const { known, lost } = remembered;
  const day = (date: string | undefined) => (date ? html`<time>${dayOf(date)}</time>` : nothing);
  const found = posts.filter(({ isKnown }) => isKnown);
  return html`<section class="remembered"><h2>${words.remembered}</h2>
    <p class=${lost.length ? 'trouble' : 'good'}>${words.rememberedCount(known, known + lost.length)}</p>
    ${found.length ? html`<details><summary>${words.found}: ${found.length}</summary><ul>${found.map(({ node, title, date }) => html`<li><span class="good" aria-hidden="true">✓</span> <button @click=${() => show(node)}>${title}</button> ${day(date)}</li>`)}</ul></details>` : nothing}
    ${lost.length ? html`<details open><summary>${words.lost(lost.length)}</summary><ul>${lost.map(({ title, date }) => html`<li><span class="trouble" aria-hidden="true">×</span> <span>${title}</span> ${day(date)}</li>`)}</ul></details>` : nothing}
  </section>`;
}
