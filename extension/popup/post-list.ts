import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { dayHeading } from '../words/times.ts';
import type { Words } from '../words/words.ts';
import type { PostGroup } from './group-posts.ts';

type RenderPost = (item: Item, dayInHeading: boolean, isNew: boolean) => TemplateResult;

export interface PostListOptions {
  /** Documents are neither grouped by day nor marked as new. */
  documents: boolean;
  /** Whether unread and read posts have headings. */
  withHeadings: boolean;
  renderPost: RenderPost;
}

/** The unread posts and the rest, each a section with one widget for every group. */
export function postList(
  groups: readonly PostGroup[],
  words: Words,
  now: number,
  { documents, withHeadings, renderPost }: PostListOptions,
): TemplateResult[] {
  const { popup, lang } = words;
  const widget = ({ day, feed }: PostGroup) => {
    const undated = withHeadings && !documents ? popup.undated : '';
    return html`<tct-latest-news lang=${lang} heading=${day ? dayHeading(words, day, now) : undated} heading-level="3" limit=${feed.items.length} .feed=${feed} .renderItem=${(item: Item, { isNew }: { isNew: boolean }) => renderPost(item, !!day, isNew && !documents)}></tct-latest-news>`;
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
