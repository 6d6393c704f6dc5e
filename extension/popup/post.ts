import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { httpUrl } from '../../core/url.ts';
import { postUrl } from '../schools/post-url.ts';
import type { Post } from '../store/schema.ts';
import { localeOf, type Words } from '../words/words.ts';
import { icons } from './icons.ts';
import { postText } from './post-text.ts';
import { onImageSettled } from './settled-image.ts';

export interface PostActions {
  open: (event: MouseEvent, post: Post) => void;
  toggleRead: (post: Post) => void;
  toggleStar: (post: Post) => void;
  toggleText: (post: Post) => void;
  copyLink: (post: Post) => void;
}

/** Input of a post's template besides the item. */
export interface PostContext {
  words: Words;
  post: Post;
  /** Short name of its school. */
  label: string;
  /** Full name of its school. */
  school: string;
  /** Index of the school's colour. */
  colour: number;
  /** Whether it is recent enough to be marked as new. */
  isNew: boolean;
  /** Whether the heading above gives the day. */
  dayInHeading: boolean;
  showPictures: boolean;
  /** Whether its text is shown below it. */
  isUnfolded: boolean;
  /** The watched words that it contains. */
  watched: readonly string[];
  now: number;
  actions: PostActions;
}

/** The time of day if the heading gives the day, otherwise the date. */
function timeTemplate(
  { date_published: date, _tct }: Item,
  { words, dayInHeading, now }: PostContext,
): unknown {
  if (!date) return nothing;
  const precision = _tct?.precision ?? 'minute';
  const locale = localeOf(words);
  const time = date.slice(11, precision === 'hour' ? 13 : 16);
  const isGiven = dayInHeading || date.startsWith(_tct?.document?.issued ?? ' ');
  // The day is already given by the heading or by the date of issue of a document. On paper, the title is printed.
  const text = precision === 'day' && isGiven ? '' : dayInHeading ? time : locale.date(date, precision, now);
  return html`<time part="time" datetime=${precision === 'day' ? date.slice(0, 10) : date} title=${locale.fullDate(date, precision)}>${text}${text && dayInHeading && precision === 'hour' ? 'h' : nothing}</time>`;
}

/** Number, type and date of issue of an official document. */
function factsTemplate({ _tct }: Item, { words }: PostContext): unknown {
  const { number, type, issued } = _tct?.document ?? {};
  const date = issued?.split('-').reverse().join('/');
  const facts = [number, type, date && `${words.popup.issued} ${date}`].filter(Boolean);
  return facts.length ? html`<div part="facts">${facts.join(' · ')}</div>` : nothing;
}

/** The buttons of a post. Those for marks show the state: a filled dot is unread, a filled star is starred. */
function actionsTemplate(
  title: string,
  { words: { popup }, post, isUnfolded, actions }: PostContext,
): TemplateResult {
  const { read, starred } = post;
  const readLabel = read ? popup.markUnread : popup.markRead;
  const textLabel = isUnfolded ? popup.foldText : popup.unfoldText;
  return html`<span part="actions"><button part="action" data-act="text" aria-expanded=${isUnfolded} aria-label="${popup.unfoldText}: ${title}" title="${textLabel} (v)" @click=${() => actions.toggleText(post)}>${isUnfolded ? icons.fold : icons.unfold}</button><button part=${read ? 'action' : 'action on'} data-act="read" aria-label="${readLabel}: ${title}" title="${readLabel} (m)" @click=${() => actions.toggleRead(post)}>${read ? icons.read : icons.unread}</button><button part=${starred ? 'action on' : 'action'} data-act="star" aria-pressed=${!!starred} aria-label="${popup.star}: ${title}" title="${starred ? popup.unstar : popup.star} (s)" @click=${() => actions.toggleStar(post)}>${starred ? icons.starred : icons.star}</button></span>`;
}

/** One post of the list. Text of a feed is rendered as text, never as markup. */
export function postTemplate(item: Item, context: PostContext): TemplateResult {
  const { words, post, label, school, colour, isNew, showPictures, isUnfolded, watched, actions } = context;
  const { popup } = words;
  const { read } = post;
  const image = showPictures && !isUnfolded && httpUrl(item.image);
  const title = item.title!;
  const open = (event: MouseEvent) => actions.open(event, post);
  return html`<div part="line">${read ? nothing : html`<span part="unseen">${popup.isUnread}: </span>`}${
    !read && isNew ? html`<span part="badge">${localeOf(words).newBadge}</span>` : nothing
  }<a part=${read ? 'title read' : 'title'} href=${postUrl(item) ?? nothing} tabindex="0" data-key=${post.key} target="_blank" rel="noopener noreferrer" @click=${open} @auxclick=${open}>${title}</a></div>
    ${post.kind === 'documents' ? factsTemplate(item, context) : nothing}
    ${watched.length ? html`<div part="watched" title=${popup.watchedWords}><span part="sign">${icons.watched}</span><span part="unseen">${popup.watchedWords}: </span>${watched.join(', ')}</div>` : nothing}
    <div part="foot"><span part="chip school-${colour}" title=${school}>${label}</span>${timeTemplate(item, context)}${actionsTemplate(title, context)}</div>
    ${image ? html`<img part="image" src=${image} alt="" width="72" height="48" loading="lazy" decoding="async" referrerpolicy="no-referrer" @load=${onImageSettled} @error=${onImageSettled}>` : nothing}
    ${isUnfolded ? postText(post, words, showPictures, { open, copyLink: () => actions.copyLink(post) }) : nothing}`;
}
