import type { Item } from '../../../core/model/feed.ts';

/** An item as a reader gives it, before it has an id. */
export const draftItem = (title: string, url?: string, text = ''): Item => ({
  id: '',
  title,
  content_text: text,
  ...(url && { url }),
});
