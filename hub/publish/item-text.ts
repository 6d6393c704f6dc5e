/** What the lists for people and feed readers say of an item, and where they link to. */
import type { ListKind } from '../../core/config/cluster.ts';
import type { Item } from '../../core/model/feed.ts';
import { httpUrl } from '../../core/url.ts';
import { LIST_NAMES } from '../messages.ts';

/** A title for every item: the formats for feed readers demand one, and a link needs a text. */
export function itemTitle({ title, summary, attachments, url }: Item, kind: ListKind): string {
  return title || summary || attachments?.[0]?.title || url || LIST_NAMES[kind];
}

/** Where an item can be read: its page, otherwise its first file. */
export function itemLink({ url, external_url, attachments }: Item): string | undefined {
  return httpUrl(url) ?? httpUrl(external_url) ?? httpUrl(attachments?.[0]?.url);
}
