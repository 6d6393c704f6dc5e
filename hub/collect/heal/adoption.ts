/** When a source that was adopted is read in place of the configured one. */
import { hashText } from '../../../core/hash.ts';
import { initialPollState } from '../../../core/poll/next.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import { canonicalUrl } from '../../../core/url.ts';
import type { Adoption, HubSourceState, HubState } from '../../memory/types.ts';
import { type ConfiguredSource, stateKey } from '../sources.ts';

/** The configured source is tried again after this time, in case it was only down. */
export const RETRY_AFTER_MS = DAY_MS;

/** The part of the configuration that says what is read from a source. */
export function entryOf({ config }: ConfiguredSource): string {
  const { every: _, heal: __, active: ___, ...entry } = config;
  return JSON.stringify(entry);
}

/** Tells when the configuration says something else about what is read from a source. */
export const entryDigest = (source: ConfiguredSource): string => hashText(entryOf(source));

/** What to read for a source: the adopted one, if there is one. */
export const sourceToRead = (source: ConfiguredSource, adopted: Adoption | undefined): ConfiguredSource =>
  adopted ? { ...source, config: adopted.source, url: adopted.source.url } : source;

/** The state of a source that was adopted for another one, which is not configured any more. */
function adoptedState(
  { school, kind, url }: ConfiguredSource,
  { sources }: HubState,
  isConfigured: (key: string) => boolean,
) {
  const prefix = `${school.id} ${kind} `;
  for (const [key, state] of Object.entries(sources))
    if (
      key.startsWith(prefix) &&
      !isConfigured(key) &&
      state.adopted &&
      canonicalUrl(state.adopted.source.url) === canonicalUrl(url)
    )
      return { former: key.slice(prefix.length), state };
  return undefined;
}

/**
 * The source in whose place another one was configured: the only one that is gone from its list, if the other is the
 * only one that is new there. One that is paused is neither gone nor new.
 */
function replacedUrl({ school, kind, url }: ConfiguredSource, { sources }: HubState): string | undefined {
  const prefix = `${school.id} ${kind} `;
  const configured = school[kind].map((each) => each.url);
  const known = Object.keys(sources)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  const gone = known.filter((each) => !configured.includes(each));
  const read = school[kind].flatMap((each) => (each.active === false ? [] : each.url));
  const added = read.filter((each) => !known.includes(each));
  const [only] = gone;
  if (only === undefined || gone.length > 1 || added.length > 1 || added[0] !== url) return undefined;
  // If that was never read, the posts are still those of the one before.
  return sources[prefix + only]?.former ?? only;
}

/**
 * The states of the configured sources at the start of a run. An adoption ends when the configuration of its source has
 * changed, or forbids it. A source that was adopted and is now configured itself takes over the posts; so does one that
 * was configured in the place of another one, or whose selectors were changed, as far as it has them.
 *
 * @param now ms since the epoch
 */
export function statesOf(
  sources: readonly ConfiguredSource[],
  hub: HubState,
  now: number,
): HubState['sources'] {
  const keys = new Set(sources.map(stateKey));
  const poll = initialPollState(now);
  const stateOf = (source: ConfiguredSource): HubSourceState => {
    const state = hub.sources[stateKey(source)];
    if (state) {
      const { adopted, ...others } = state;
      const isChanged = state.config !== undefined && state.config !== entryDigest(source);
      const isKept = !adopted || (source.heals && adopted.instead === entryOf(source));
      // Read again in any case: a 304 would say that nothing has changed.
      return isKept && !isChanged ? state : { ...others, poll, returns: true };
    }
    const before = adoptedState(source, hub, (key) => keys.has(key));
    const posts = before?.state.posts;
    if (before) return { poll, former: before.former, ...(posts !== undefined && { posts }) };
    const replaced = replacedUrl(source, hub);
    return replaced === undefined ? { poll } : { poll, former: replaced, returns: true };
  };
  return Object.fromEntries(sources.map((source) => [stateKey(source), stateOf(source)]));
}
