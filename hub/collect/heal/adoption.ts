/** When a source that was adopted is read in place of the configured one. */
import { initialPollState } from '../../../core/poll/next.ts';
import { DAY_MS } from '../../../core/time/duration.ts';
import { canonicalUrl } from '../../../core/url.ts';
import type { Adoption, HubSourceState, HubState } from '../../memory/types.ts';
import { type ConfiguredSource, stateKey } from '../sources.ts';

/** The configured source is tried again after this time, in case it was only down. */
export const RETRY_AFTER_MS = DAY_MS;

/** The part of the configuration that says what is read from a source. */
export function entryOf({ config }: ConfiguredSource): string {
  const { every: _, heal: __, ...entry } = config;
  return JSON.stringify(entry);
}

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
 * The states of the configured sources at the start of a run. An adoption ends when the configuration of its source has
 * changed, or forbids it. A source that was adopted and is now configured itself takes over the posts.
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
      if (!adopted || (source.heals && adopted.instead === entryOf(source))) return state;
      return { ...others, poll, returns: true };
    }
    const before = adoptedState(source, hub, (key) => keys.has(key));
    const posts = before?.state.posts;
    return before ? { poll, former: before.former, ...(posts !== undefined && { posts }) } : { poll };
  };
  return Object.fromEntries(sources.map((source) => [stateKey(source), stateOf(source)]));
}
