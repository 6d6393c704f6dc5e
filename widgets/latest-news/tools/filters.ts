import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../../core/model/feed.ts';

/** The groups of filters. */
export const GROUPS = ['school', 'tag'] as const;
export type FilterGroup = (typeof GROUPS)[number];
/** The chosen value of each group; a group without a choice lets every post pass. */
export type Choices = Partial<Record<FilterGroup, string>>;

/** Tags offered, the most frequent first: some schools' posts have a tag of their own each. */
const MAX_TAGS = 8;
const MIN_POSTS_OF_TAG = 2;

function valuesOf({ tags = [], _tct }: Item, group: FilterGroup): readonly string[] {
  return group === 'tag' ? tags : _tct?.school ? [_tct.school] : [];
}

/** Whether a post passes the filters, or all but one. */
export function passes(item: Item, choices: Choices, except?: FilterGroup): boolean {
  return GROUPS.every(
    (group) => group === except || !choices[group] || valuesOf(item, group).includes(choices[group]),
  );
}

/** The values of a group, each with the number of posts that choosing it would show. */
function counts(items: readonly Item[], choices: Choices, group: FilterGroup): [string, number][] {
  const found = new Map<string, number>();
  for (const item of items)
    for (const value of new Set(valuesOf(item, group)))
      found.set(value, (found.get(value) ?? 0) + Number(passes(item, choices, group)));
  return [...found];
}

/**
 * Renders the filters of a group as a row of buttons; nothing if there is nothing to choose between.
 *
 * @param label names the group
 * @param nameOf returns the name of a value
 */
export function filterChips(
  group: FilterGroup,
  items: readonly Item[],
  choices: Choices,
  label: string,
  nameOf: (value: string) => string,
  choose: (value: string | undefined) => void,
): TemplateResult | typeof nothing {
  const chosen = choices[group];
  const all = counts(items, choices, group);
  // It may come from the page's URL.
  if (chosen && !all.some(([value]) => value === chosen)) all.push([chosen, 0]);
  // Schools stay in the order of the cluster; a chosen value is always offered, to be unchosen.
  const offered =
    group === 'school'
      ? all
      : all
          .sort(([, a], [, b]) => b - a)
          .filter(
            ([value, count], index) => value === chosen || (count >= MIN_POSTS_OF_TAG && index < MAX_TAGS),
          );
  if (offered.length < 2 && !chosen) return nothing;
  return html`<div part="filters" role="group" aria-label=${label}>${offered.map(
    ([value, count]) =>
      html`<button part="chip" aria-pressed=${value === chosen} ?disabled=${!count && value !== chosen} @click=${() => choose(value === chosen ? undefined : value)}>${nameOf(value)} <small>${count}</small></button>`,
  )}</div>`;
}
