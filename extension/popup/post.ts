import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { httpUrl } from '../../core/url.ts';
import type { Post } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { icons } from './icons.ts';

/** What can be done with a post, and what is known of it beside the item. */
export interface PostContext {
  words: Words;
  post: Post;
  /** Short and full name of its school. */
  chip: string;
  school: string;
  /** Whether it counts as new by its date. */
  isNew: boolean;
  /** Whether the heading above says the day. */
  dated: boolean;
  now: number;
  open: (event: MouseEvent) => void;
  mark: () => void;
  star: () => void;
}

/** Where a post is read: its page, else its first file. */
export function addressOf({ url, external_url, attachments }: Item): string | undefined {
  return httpUrl(url) ?? httpUrl(external_url) ?? httpUrl(attachments?.[0]?.url);
}

/** The time of day under a day's heading; elsewhere the date. */
function timeOf({ date_published: date, _tct }: Item, { words, dated, now }: PostContext): unknown {
  if (!date) return nothing;
  const precision = _tct?.precision ?? 'minute';
  const locale = localeOf(words);
  // The heading, or a document's facts, have said the day.
  if (precision === 'day' && (dated || date.startsWith(_tct?.document?.issued ?? ' '))) return nothing;
  const shown = dated ? date.slice(11, precision === 'hour' ? 13 : 16) : locale.date(date, precision, now);
  return html`<time part="time" datetime=${precision === 'day' ? date.slice(0, 10) : date} title=${locale.fullDate(date, precision)}>${shown}${dated && precision === 'hour' ? 'h' : nothing}</time>`;
}

/** Number, type and day of an official document. */
function factsOf({ _tct }: Item, { words }: PostContext): unknown {
  const { number, type, issued } = _tct?.document ?? {};
  const day = issued?.split('-').reverse().join('/');
  const facts = [number, type, day && `${words.popup.issued} ${day}`].filter(Boolean);
  return facts.length ? html`<div part="facts">${facts.join(' · ')}</div>` : nothing;
}

/** One post of the list. All of it is text: nothing that a feed says becomes markup. */
export function postTemplate(item: Item, context: PostContext): TemplateResult {
  const { words, post, chip, school, isNew } = context;
  const { popup } = words;
  const { read, starred } = post;
  const image = httpUrl(item.image);
  const title = item.title!;
  const mark = read ? popup.markUnread : popup.markRead;
  return html`<div part="line">${read ? nothing : html`<span part="unseen">${popup.isUnread}: </span>`}${
    !read && isNew ? html`<span part="badge">${localeOf(words).newBadge}</span>` : nothing
  }<a part=${read ? 'title read' : 'title'} href=${addressOf(item) ?? nothing} tabindex="0" data-key=${post.key} target="_blank" rel="noopener noreferrer" @click=${context.open} @auxclick=${context.open}>${title}</a></div>
    ${post.kind === 'documents' ? factsOf(item, context) : nothing}
    <div part="foot"><span part="chip" title=${school}>${chip}</span>${timeOf(item, context)}<span part="actions"><button part="action" aria-label="${mark}: ${title}" title="${mark} (m)" @click=${context.mark}>${read ? icons.unread : icons.read}</button><button part=${starred ? 'action on' : 'action'} aria-pressed=${!!starred} aria-label="${popup.star}: ${title}" title="${starred ? popup.unstar : popup.star} (s)" @click=${context.star}>${starred ? icons.starred : icons.star}</button></span></div>
    ${image ? html`<img part="image" src=${image} alt="" width="84" height="56" loading="lazy" decoding="async" referrerpolicy="no-referrer" @load=${settle} @error=${settle}>` : nothing}`;
}

/** A picture that does not come gives its place to the text. */
function settle({ type, target }: Event): void {
  // It keeps a box: without one, a picture that the row shows later would not be loaded.
  (target as HTMLElement).style.cssText = type === 'error' ? 'position:absolute;visibility:hidden' : '';
}
