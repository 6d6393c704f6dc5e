import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../../core/model/feed.ts';
import type { GalleryWords } from '../../locale/types/gallery.ts';
import type { LightboxWords } from '../../locale/types/lightbox.ts';
import type { Locale } from '../../locale/types/locale.ts';

/** Renders the authors, school and date of a photo, and a link to its original page. */
export function creditsOf(
  { attachments = [], authors, date_published: date, title, url, _tct }: Item,
  school: string | undefined,
  target: string | null,
  locale: Locale,
  words: LightboxWords,
  galleryWords: GalleryWords,
): TemplateResult {
  const names = authors?.map(({ name }) => name).join(', ');
  // Some names include a label: "Tin và ảnh: …".
  const credit = names && (names.includes(':') ? names : words.credit(names));
  const when = date && locale.date(date, _tct?.precision ?? 'minute', Date.now());
  return html`${credit ? html`<span>${credit}</span>` : nothing}${school ? html`<span>${school}</span>` : nothing}${
    when ? html`<time datetime=${date.slice(0, 10)}>${when}</time>` : nothing
  }${
    url
      ? html`<span><a href=${url} target=${target ?? nothing} rel="noopener">${(attachments.length > 1 && title) || galleryWords.original}${target === '_blank' ? html`<span class="unseen"> ${locale.newWindow}</span>` : nothing}</a></span>`
      : nothing
  }`;
}
