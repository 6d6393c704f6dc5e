import type { ClusterSchool } from '../../core/config/cluster.ts';
import { queryWords, textMatcher } from '../../core/text/search.ts';
import { skeleton } from '../../core/text/skeleton.ts';
import { canonicalUrl } from '../../core/url.ts';
import type { StoredPost } from '../memory/types.ts';

/** Matches titles with these words as a reader sees them. Without any letters, no title. */
function titleMatcher(words: string): (visibleTitle: string) => boolean {
  const visible = skeleton(words);
  return queryWords(visible).length ? textMatcher(visible) : () => false;
}

/**
 * Matches the posts listed in `hide`: by id (published or the source's own), by link, or by words of the title.
 * Invisible characters and letters that look alike do not keep a title from matching.
 */
export function hiddenBy({ hide }: Pick<ClusterSchool, 'hide'>): (post: StoredPost) => boolean {
  const rules = hide.map((words) => ({ words, link: canonicalUrl(words), matches: titleMatcher(words) }));
  if (!rules.length) return () => false;
  return ({ id, item }) => {
    const itemLink = item.url === undefined ? undefined : canonicalUrl(item.url);
    const title = skeleton(item.title ?? '');
    return rules.some(
      ({ words, link, matches }) => words === id || words === item.id || link === itemLink || matches(title),
    );
  };
}
