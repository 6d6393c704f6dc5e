/** Messages that name the values which were left out of received and stored data because they did not fit. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';

/** Places named in a message; the others are not. */
const MAX_PLACES = 5;

function listed(places: readonly string[], { rejected: { more } }: Words): string {
  const first = places.slice(0, MAX_PLACES).join(', ');
  return places.length > MAX_PLACES ? `${first} ${more}` : first;
}

/** The parts of the store that contained the places, in words; empty if none is known. */
export function rejectedParts(places: readonly string[] = [], words: Words): string {
  const names = new Map(Object.entries(words.rejected.parts));
  const parts = places.flatMap((place) => names.get(place.split('.')[0]!) ?? []);
  return listed([...new Set(parts)], words);
}

const message = (
  places: readonly string[] | undefined,
  words: Words,
  text: (places: string) => string,
): TemplateResult | typeof nothing =>
  places?.length ? html`<p class="trouble">${text(listed(places, words))}</p>` : nothing;

/** What does not fit in the list of the hub that is used. */
export const rejectedByHub = ({ managed, hub, policyHub }: Store, words: Words) =>
  message((managed?.hub ? policyHub : hub)?.rejected, words, words.rejected.hub);

/** Where the stored data was damaged, until the user dismisses the notice. */
export const rejectedInStore = ({ rejected }: Store, words: Words) =>
  message(rejected, words, words.rejected.store);
