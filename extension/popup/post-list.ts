import { html, type TemplateResult } from 'lit';
import type { Item } from '../../core/model/feed.ts';
import { dayHeading, type Words } from '../words/words.ts';
import type { Group } from './groups.ts';

type Render = (item: Item, dated: boolean, isNew: boolean) => TemplateResult;

/** The groups as the widget draws them: what was unread under one heading, the rest under another, days below. */
export function postList(
  groups: readonly Group[],
  documents: boolean,
  /** Whether what was unread and what was not have headings. */
  parted: boolean,
  words: Words,
  now: number,
  render: Render,
): TemplateResult[] {
  const { popup, lang } = words;
  const widget = ({ day, feed }: Group) => {
    const undated = parted && !documents ? popup.undated : '';
    return html`<tct-latest-news lang=${lang} heading=${day ? dayHeading(words, day, now) : undated} heading-level="3" limit=${feed.items.length} .feed=${feed} .renderItem=${(item: Item, { isNew }: { isNew: boolean }) => render(item, !!day, isNew && !documents)}></tct-latest-news>`;
  };
  const part = (unread: boolean, heading: string) => {
    const mine = groups.filter((group) => group.unread === unread);
    return html`<section ?hidden=${!mine.length} class=${unread ? 'unread' : 'read'}>
      ${parted ? html`<h2>${heading}</h2>` : ''}
      ${mine.map(widget)}
    </section>`;
  };
  return [part(true, popup.groupUnread), part(false, popup.groupRead)];
}
