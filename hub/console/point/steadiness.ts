import { html, nothing, type TemplateResult } from 'lit';
import type { Steadiness } from '../../setup/api.ts';
import type { PointWords } from './point-words.ts';

/** What came of reading the source another time, in words. */
export function steadiness(
  { again, next, warnings }: Steadiness,
  words: PointWords,
  lang: 'vi' | 'en',
): TemplateResult {
  const { tried } = words;
  const isSame = 'same' in again && again.same === again.of;
  const isNextGood = next && 'posts' in next && next.isNew > 0;
  return html`<ul class="tried">
    <li class=${isSame ? 'good' : 'trouble'}>${'same' in again ? tried.again(again.same, again.of) : html`${tried.refused('')}<span lang="vi">${again.refusal}</span>`}</li>
    ${next ? html`<li class=${isNextGood ? 'good' : 'trouble'}>${'posts' in next ? tried.next(next.posts, next.isNew) : html`${tried.nextRefused('')}<span lang="vi">${next.refusal}</span>`}</li>` : nothing}
    ${warnings.map((warning) => html`<li class="trouble">${warning[lang]}</li>`)}
  </ul>`;
}
