import type { Item } from '../../core/model/feed.ts';
import { httpUrl } from '../../core/url.ts';

/** Where a post can be read: its page, otherwise its first attachment. */
export function postUrl({ url, external_url, attachments }: Item): string | undefined {
  return httpUrl(url) ?? httpUrl(external_url) ?? httpUrl(attachments?.[0]?.url);
}
