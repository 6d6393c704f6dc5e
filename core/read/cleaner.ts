import { withoutBoilerplate } from './boilerplate.ts';
import { AddedLinks } from './html/added-links.ts';
import type { TextCleaner } from './refinements.ts';

/** Counters, terms, links to the rest and repeated facts that WordPress, Drupal and Joomla add to a post's text. */
const ADDED_CLASS =
  /class\s*=\s*["']?(?:[^"'>]{0,200}\s)?(?:post-views|(?:feed-|node-)readmore|links inline|(?:post-|entry-)?tags(?:-links)?|cat-links|post-categories|wp-block-post-terms|K2FeedTags|field-+(?:type-taxonomy|name-(?:title|uid|created|field-(?:tag|categor|chuyen-muc|danh-muc)))[\w-]*)(?=[\s"'>]|$)/;

export const cleaner: TextCleaner = {
  isAddition: (raw) => ADDED_CLASS.test(raw),
  links: () => new AddedLinks(),
  clean: withoutBoilerplate,
};
