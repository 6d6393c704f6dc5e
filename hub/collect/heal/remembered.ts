import { isShown, sortNewestFirst } from '../../memory/posts.ts';
import type { HubState, PostList, StoredPost } from '../../memory/types.ts';
import { type ConfiguredSource, stateKey } from '../sources.ts';

/** The posts of a list that are shown: those of a source, and those of the others that can be read. Newest first. */
export interface RememberedPosts {
  own: readonly StoredPost[];
  others: readonly StoredPost[];
}

/** The other sources of a source's list. */
const otherSources = (source: ConfiguredSource): ConfiguredSource[] =>
  source.school[source.kind]
    .filter(({ url }) => url !== source.url)
    .map((config) => ({ ...source, config, url: config.url }));

/** What is remembered of a source. Posts of other sources that fail too count as its own: one may replace them all. */
export function rememberedPosts(
  source: ConfiguredSource,
  list: PostList,
  { sources }: HubState,
): RememberedPosts {
  const working = new Set(
    otherSources(source)
      .filter((other) => !sources[stateKey(other)]?.error)
      .map(({ url }) => url),
  );
  const shown = sortNewestFirst(list.entries.filter(isShown));
  const isOther = (entry: StoredPost) => working.has(entry.source);
  return { own: shown.filter((entry) => !isOther(entry)), others: shown.filter(isOther) };
}

/** URLs that the sources of a source's list read, itself included: as configured and as adopted. */
export const urlsInUse = (source: ConfiguredSource, { sources }: HubState): string[] =>
  [source, ...otherSources(source)].flatMap((each) => {
    const adopted = sources[stateKey(each)]?.adopted?.source.url;
    return [each.url, ...(adopted ? [adopted] : [])];
  });
