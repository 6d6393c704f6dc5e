import { hashText } from '../hash.ts';
import type { Item } from '../model/feed.ts';
import { canonicalUrl } from '../url.ts';

/** What identifies a post beside its guid and link. Its text may be computed when it is read. */
export interface IdentifyingTexts {
  readonly title?: string | undefined;
  readonly content_text: string;
}

/** The item's canonical URL, or '' for a front page, to which some feeds link every post. */
export function identifyingLink({ url }: Pick<Item, 'url'>): string {
  const link = url ? canonicalUrl(url) : '';
  return /[/?]/.test(link) ? link : '';
}

/**
 * Texts that identify a post, the most reliable first. A generator, so that later clues are computed only when needed.
 *
 * @param guid without its scheme; '' if the source gives none
 */
export function* identityClues(guid: string, link: string, item: IdentifyingTexts): Generator<string, void> {
  const hasOwnGuid = guid && guid !== link;
  if (hasOwnGuid) yield guid;
  if (link) yield link;
  // With a guid, an edited text is still the same post. Without one, posts with the same title differ only in the text.
  yield `text:${hashText(hasOwnGuid ? item.title || item.content_text : `${item.title ?? ''}\n${item.content_text}`)}`;
}

/** Names for a post: the first clue, the first two, and so on. */
export function cumulativeNames(guid: string, link: string, item: IdentifyingTexts): string[] {
  const names: string[] = [];
  for (const clue of identityClues(guid, link, item))
    names.push(names.length ? `${names.at(-1)} ${clue}` : clue);
  return names;
}

/** Names of a post by its title, for when its guid and link change at once: a new domain, another CMS. */
export interface TitleNames {
  /** With its date. Two posts may share it. */
  dated?: string;
  /** With the path and query of its link, on whatever host. */
  linked?: string;
}

export function titleNames({
  title,
  date_published,
  url,
}: Pick<Item, 'title' | 'date_published' | 'url'>): TitleNames {
  const path = identifyingLink({ url }).replace(/^[^/?]*/, '');
  return {
    ...(title && date_published && { dated: `${title}\n${date_published}` }),
    ...(title && path && { linked: `${title}\n${path}` }),
  };
}
