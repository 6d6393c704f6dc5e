import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { httpUrl } from '../../core/url.ts';
import { postUrl } from '../schools/post-url.ts';
import type { Post } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { icons } from './icons.ts';

/** Input of a post's template besides the item. */
export interface PostContext {
  words: Words;
  post: Post;
  /** Short name of its school. */
  label: string;
  /** Full name of its school. */
  school: string;
  /** Whether it is recent enough to be marked as new. */
  isNew: boolean;
  /** Whether the heading above gives the day. */
  dayInHeading: boolean;
  now: number;
  open: (event: MouseEvent) => void;
  toggleRead: () => void;
  toggleStar: () => void;
}

/** The time of day if the heading gives the day, otherwise the date. */
function timeTemplate(
  { date_published: date, _tct }: Item,
  { words, dayInHeading, now }: PostContext,
): unknown {
  if (!date) return nothing;
  const precision = _tct?.precision ?? 'minute';
  const locale = localeOf(words);
  // The day is already given by the heading or by the date of issue of a document.
  if (precision === 'day' && (dayInHeading || date.startsWith(_tct?.document?.issued ?? ' '))) return nothing;
  const text = dayInHeading
    ? date.slice(11, precision === 'hour' ? 13 : 16)
    : locale.date(date, precision, now);
  return html`<time part="time" datetime=${precision === 'day' ? date.slice(0, 10) : date} title=${locale.fullDate(date, precision)}>${text}${dayInHeading && precision === 'hour' ? 'h' : nothing}</time>`;
}

/** Number, type and date of issue of an official document. */
function factsTemplate({ _tct }: Item, { words }: PostContext): unknown {
  const { number, type, issued } = _tct?.document ?? {};
  const date = issued?.split('-').reverse().join('/');
  const facts = [number, type, date && `${words.popup.issued} ${date}`].filter(Boolean);
  return facts.length ? html`<div part="facts">${facts.join(' · ')}</div>` : nothing;
}

/** One post of the list. Text of a feed is rendered as text, never as markup. */
export function postTemplate(item: Item, context: PostContext): TemplateResult {
  const { words, post, label, school, isNew } = context;
  const { popup } = words;
  const { read, starred } = post;
  const image = httpUrl(item.image);
  const title = item.title!;
  const readLabel = read ? popup.markUnread : popup.markRead;
  return html`<div part="line">${read ? nothing : html`<span part="unseen">${popup.isUnread}: </span>`}${
    !read && isNew ? html`<span part="badge">${localeOf(words).newBadge}</span>` : nothing
  }<a part=${read ? 'title read' : 'title'} href=${postUrl(item) ?? nothing} tabindex="0" data-key=${post.key} target="_blank" rel="noopener noreferrer" @click=${context.open} @auxclick=${context.open}>${title}</a></div>
    ${post.kind === 'documents' ? factsTemplate(item, context) : nothing}
    <div part="foot"><span part="chip" title=${school}>${label}</span>${timeTemplate(item, context)}<span part="actions"><button part="action" aria-label="${readLabel}: ${title}" title="${readLabel} (m)" @click=${context.toggleRead}>${read ? icons.unread : icons.read}</button><button part=${starred ? 'action on' : 'action'} aria-pressed=${!!starred} aria-label="${popup.star}: ${title}" title="${starred ? popup.unstar : popup.star} (s)" @click=${context.toggleStar}>${starred ? icons.starred : icons.star}</button></span></div>
    ${image ? html`<img part="image" src=${image} alt="" width="84" height="56" loading="lazy" decoding="async" referrerpolicy="no-referrer" @load=${onImageSettled} @error=${onImageSettled}>` : nothing}`;
}

/** Hides an image that failed to load, and shows it again when another one loads in its place. */
function onImageSettled({ type, target }: Event): void {
  // Without a box, a lazy image that this row shows later would never be loaded.
  (target as HTMLElement).style.cssText = type === 'error' ? 'position:absolute;visibility:hidden' : '';
}
