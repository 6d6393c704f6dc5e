import { html, nothing, type TemplateResult } from 'lit';
import { httpUrl } from '../../core/url.ts';
import { postUrl } from '../schools/post-url.ts';
import type { Post } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { onImageSettled } from './settled-image.ts';

export interface PostTextActions {
  open: (event: MouseEvent) => void;
  copyLink: () => void;
}

/** What the source delivered of a post's text, as paragraphs; empty if there is no more than its title. */
function paragraphsOf({ item: { content_text, summary, title } }: Post): string[] {
  const paragraphs = (content_text || summary || '').split(/\n+/).map((line) => line.trim());
  return paragraphs.filter((line) => line && line !== title);
}

/** The text of a post as it is stored, to be read in the list, with the picture if there is one to show. */
export function postText(
  post: Post,
  { popup }: Words,
  showPicture: boolean,
  { open, copyLink }: PostTextActions,
): TemplateResult {
  const { item } = post;
  const image = showPicture && httpUrl(item.image);
  const paragraphs = paragraphsOf(post);
  return html`<div part="text" role="group" aria-label=${popup.textOf(item.title ?? '')}>
    ${image ? html`<img part="picture" src=${image} alt="" decoding="async" referrerpolicy="no-referrer" @load=${onImageSettled} @error=${onImageSettled}>` : nothing}
    ${paragraphs.length ? paragraphs.map((line) => html`<p part="paragraph">${line}</p>`) : html`<p part="paragraph">${popup.noText}</p>`}
    ${postUrl(item) ? html`<div part="ways"><button part="way" data-act="open" @click=${open}>${popup.openPost}</button><button part="way" data-act="copy" title="${popup.copyLink} (c)" @click=${copyLink}>${popup.copyLink}</button></div>` : nothing}
  </div>`;
}
