import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { localeOf, type Words } from '../words/words.ts';

/** A preview of a source: the titles and dates of a few posts. */
export function samplePosts(items: readonly Item[], words: Words, now: number): TemplateResult {
  const locale = localeOf(words);
  return html`<ul class="sample">${items.map(
    ({ title, summary, date_published: date, _tct }) =>
      html`<li>${title ?? summary}${date ? html` <time>${locale.date(date, _tct?.precision ?? 'minute', now)}</time>` : nothing}</li>`,
  )}</ul>`;
}
