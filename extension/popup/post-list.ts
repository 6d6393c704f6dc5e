import { html, nothing, type TemplateResult } from 'lit';
import { setDocuments } from '../../core/documents/set-documents.ts';
import type { Item } from '../../core/model/feed.ts';
import { schoolLabels } from '../../core/model/school-labels.ts';
import type { Post, Store } from '../store/schema.ts';
import { dayHeading } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import { groupPosts, type PostGroup } from './group-posts.ts';
import type { ListFilter } from './list-controls.ts';
import { postTemplate } from './post.ts';
import { postsAsFeed } from './posts-as-feed.ts';

export interface PostListOptions {
  list: ListFilter['list'];
  /** Number of posts to render. */
  limit: number;
  /** Keys of posts that were unread when the popup was opened. */
  unreadKeys: ReadonlySet<string>;
  open: (event: MouseEvent, post: Post) => void;
  toggleRead: (post: Post) => void;
  toggleStar: (post: Post) => void;
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
  { list, limit, unreadKeys, open, toggleRead, toggleStar }: PostListOptions,
): TemplateResult[] {
  const { popup, lang } = words;
  const withHeadings = list !== 'starred';
  const isDocuments = list === 'documents';
  const feed = postsAsFeed(store, posts);
  const groups = groupPosts(feed, withHeadings ? unreadKeys : new Set(), limit, list === 'news');
  const postsByKey = new Map(posts.map((post) => [post.key, post]));
  const shown = groups.flatMap(({ feed }) => feed.items);
  setDocuments(shown.filter(({ id }) => postsByKey.get(id)!.kind === 'documents'));
  const schools = feed._tct?.schools ?? {};
  const labels = schoolLabels(schools);
  const renderItem = (item: Item, isNew: boolean, dayInHeading: boolean) => {
    const post = postsByKey.get(item.id)!;
    return postTemplate(item, {
      words,
      post,
      dayInHeading,
      isNew,
      now,
      label: labels.get(post.school) ?? post.school,
      school: schools[post.school]?.name ?? post.school,
      open: (event) => open(event, post),
      toggleRead: () => toggleRead(post),
      toggleStar: () => toggleStar(post),
    });
  };
  const widget = ({ day, feed }: PostGroup) => {
    const undated = withHeadings && !isDocuments ? popup.undated : '';
    const heading = day ? dayHeading(words, day, now) : undated;
    return html`<tct-latest-news lang=${lang} heading=${heading} heading-level="3" limit=${feed.items.length} .feed=${feed} .renderItem=${(item: Item, { isNew }: { isNew: boolean }) => renderItem(item, isNew && !isDocuments, !!day)}></tct-latest-news>`;
  };
  const section = (unread: boolean, heading: string) => {
    const ownGroups = groups.filter((group) => group.unread === unread);
    return html`<section ?hidden=${!ownGroups.length} class=${unread ? 'unread' : 'read'}>
      ${withHeadings ? html`<h2>${heading}</h2>` : nothing}
      ${ownGroups.map(widget)}
    </section>`;
  };
  return [section(true, popup.groupUnread), section(false, popup.groupRead)];
}
