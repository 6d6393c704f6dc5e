import { html, nothing, type TemplateResult } from 'lit';
import { setDocuments } from '../../core/documents/set-documents.ts';
import type { Item } from '../../core/model/feed.ts';
import { schoolLabels } from '../../core/model/school-labels.ts';
import { schoolColours } from '../schools/colours.ts';
import type { ListName, Post, Store } from '../store/schema.ts';
import { dayHeading } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import { groupPosts, type PostGroup } from './group-posts.ts';
import { icons } from './icons.ts';
import { type PostActions, postTemplate } from './post.ts';
import { postsAsFeed } from './posts-as-feed.ts';

export interface PostListOptions extends PostActions {
  list: ListName;
  /** Number of posts to render. */
  limit: number;
  /** Keys of posts that stay among the unread ones. */
  unreadKeys: ReadonlySet<string>;
  /** Keys of posts whose text is shown. */
  unfoldedKeys: ReadonlySet<string>;
  /** The watched words that a post contains. */
  watchedIn: (post: Post) => readonly string[];
  /** Marks the posts of a group as read. */
  readGroup: (posts: Post[]) => void;
}

/**
 * The unread posts and the rest, each a section with one widget for every group. News are grouped by day; starred posts
 * have no headings.
 */
export function postList(
  store: Store,
  posts: readonly Post[],
  words: Words,
  now: number,
  { list, limit, unreadKeys, unfoldedKeys, watchedIn, readGroup, ...actions }: PostListOptions,
): TemplateResult[] {
  const { popup, lang } = words;
  const withHeadings = list !== 'starred';
  const isDocuments = list === 'documents';
  const feed = postsAsFeed(store, posts);
  const groups = groupPosts(feed, withHeadings ? unreadKeys : new Set(), limit, list === 'news');
  const postsByKey = new Map(posts.map((post) => [post.key, post]));
  const shown = groups.flatMap(({ feed }) => feed.items);
  setDocuments(shown.filter(({ id }) => postsByKey.get(id)!.kind === 'documents'));
  // The posts that are read are set apart from unread ones above them, if there are any.
  const hasBoth = groups.some(({ unread }) => unread) && groups.some(({ unread }) => !unread);
  const schools = feed._tct?.schools ?? {};
  const labels = schoolLabels(schools);
  const colours = schoolColours(Object.keys(schools));
  const showPictures = store.settings.pictures !== false;
  const renderItem = (item: Item, isNew: boolean, dayInHeading: boolean) => {
    const post = postsByKey.get(item.id)!;
    return postTemplate(item, {
      words,
      post,
      dayInHeading,
      isNew,
      now,
      showPictures,
      isUnfolded: unfoldedKeys.has(post.key),
      watched: watchedIn(post),
      label: labels.get(post.school) ?? post.school,
      school: schools[post.school]?.name ?? post.school,
      colour: colours.get(post.school) ?? 0,
      actions,
    });
  };
  /** A day's posts; the button comes before them, as it acts on all of them. */
  const group = ({ unread, day, feed }: PostGroup) => {
    const undated = withHeadings && !isDocuments ? popup.undated : '';
    const heading = day ? dayHeading(words, day, now) : undated;
    const canRead = heading && feed.items.some(({ id }) => !postsByKey.get(id)!.read);
    // Also those that are not rendered yet.
    const isInGroup = ({ key, item: { date_published: date = '' } }: Post) =>
      unreadKeys.has(key) === unread && date.slice(0, 10) === day;
    return html`<div class="group">${
      canRead
        ? html`<button class="icon" aria-label=${popup.readGroup(heading)} title=${popup.readGroup(heading)} @click=${() => readGroup(posts.filter(isInGroup))}>${icons.readAll}</button>`
        : nothing
    }<tct-latest-news lang=${lang} heading=${heading} heading-level=${hasBoth && !unread ? 3 : 2} limit=${feed.items.length} .feed=${feed} .renderItem=${(item: Item, { isNew }: { isNew: boolean }) => renderItem(item, isNew && !isDocuments, !!day)}></tct-latest-news></div>`;
  };
  const section = (unread: boolean) => {
    const ownGroups = groups.filter((each) => each.unread === unread);
    return html`<section ?hidden=${!ownGroups.length} class=${unread ? 'unread' : 'read'} aria-label=${withHeadings ? (unread ? popup.groupUnread : popup.groupRead) : nothing}>
      ${hasBoth && !unread ? html`<h2>${popup.groupRead}</h2>` : nothing}
      ${ownGroups.map(group)}
    </section>`;
  };
  return [section(true), section(false)];
}
