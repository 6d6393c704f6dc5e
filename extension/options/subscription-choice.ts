import { html, nothing, type TemplateResult } from 'lit';
import { fold } from '../../core/text/fold.ts';
import type { Words } from '../words/words.ts';
import { type ImportPlan, MAX_OWN_SCHOOLS } from './add-subscriptions.ts';
import { isChecked } from './is-checked.ts';
import type { OpmlContent, Subscription } from './opml.ts';

/** Subscriptions that are shown at first, and that are added to them by the button. */
const SHOWN_STEP = 100;

/** Which subscriptions of a file the user has chosen, and which are shown. */
export interface SubscriptionChoice {
  /** What adding each subscription would do. */
  plans: readonly ImportPlan[];
  /** The indices of those chosen. */
  chosen: ReadonlySet<number>;
  query: string;
  shown: number;
}

export interface SubscriptionChoiceActions {
  change: (change: Partial<SubscriptionChoice>) => void;
  /** Must be called in the click, as it requests host permissions. */
  follow: (subscriptions: readonly Subscription[]) => void;
  cancel: () => void;
}

/** Chooses further subscriptions, new schools only as many as there is room for. */
function choose(
  { plans, chosen }: Pick<SubscriptionChoice, 'plans' | 'chosen'>,
  indices: readonly number[],
  ownSchools: number,
): Set<number> {
  const all = new Set(chosen);
  let room = MAX_OWN_SCHOOLS - ownSchools - [...all].filter((index) => plans[index]!.does === 'new').length;
  for (const index of indices) {
    const { does } = plans[index]!;
    if (all.has(index) || does === 'followed' || does === 'provided' || (does === 'new' && room <= 0))
      continue;
    if (does === 'new') room--;
    all.add(index);
  }
  return all;
}

/** Everything that is not there yet is chosen. */
export function initialChoice(plans: readonly ImportPlan[], ownSchools: number): SubscriptionChoice {
  const chosen = choose({ plans, chosen: new Set() }, [...plans.keys()], ownSchools);
  return { plans, chosen, query: '', shown: SHOWN_STEP };
}

/** The indices of the subscriptions whose name or addresses contain what was typed. */
function matching(subscriptions: readonly Subscription[], query: string): number[] {
  const wanted = fold(query.trim());
  return subscriptions.flatMap(({ name, home, news, documents }, index) =>
    [name, home, ...news, ...documents].some((text) => fold(text).includes(wanted)) ? [index] : [],
  );
}

function planMark(plan: ImportPlan, { options: { backup, opml } }: Words): string {
  if (plan.does === 'followed') return backup.already;
  if (plan.does === 'extends') return opml.extends(plan.name);
  return plan.does === 'provided' ? opml.isProvided(plan.name) : '';
}

/**
 * The list of a file's subscriptions, from which the user chooses. Only a part of a long one is shown; the search reaches
 * all.
 */
export function subscriptionChoice(
  { subscriptions, invalid, beyond }: OpmlContent,
  choice: SubscriptionChoice,
  ownSchools: number,
  words: Words,
  actions: SubscriptionChoiceActions,
): TemplateResult {
  const { backup, opml, add } = words.options;
  const { plans, chosen, query, shown } = choice;
  const found = matching(subscriptions, query);
  const isLong = subscriptions.length > SHOWN_STEP;
  const toggle = (index: number, on: boolean) => {
    const others = [...chosen].filter((other) => other !== index);
    actions.change({ chosen: new Set(on ? [...others, index] : others) });
  };
  const newCount = plans.filter(({ does }) => does === 'new').length;
  const deselect = () => {
    const left = new Set(found);
    actions.change({ chosen: new Set([...chosen].filter((index) => !left.has(index))) });
  };
  const row = (index: number) => {
    const { name, news, documents } = subscriptions[index]!;
    const mark = planMark(plans[index]!, words);
    return html`<li><label class="check"><input type="checkbox" .checked=${chosen.has(index)} @change=${(event: Event) => toggle(index, isChecked(event))}> <span>${name}${mark ? html` <span class="mark">${mark}</span>` : nothing}</span></label>
      ${[...news, ...documents].map((url) => html`<p class="address">${url}</p>`)}</li>`;
  };
  return html`<div class="result" tabindex="-1">
    <p>${backup.choose(subscriptions.length)}</p>
    ${invalid.length ? html`<p class="trouble">${opml.invalid(invalid)}</p>` : nothing}
    ${beyond.length ? html`<p class="trouble">${opml.tooMany(beyond)}</p>` : nothing}
    ${ownSchools + newCount > MAX_OWN_SCHOOLS ? html`<p class="trouble">${opml.limit(MAX_OWN_SCHOOLS, ownSchools)}</p>` : nothing}
    ${
      isLong
        ? html`<label>${opml.search}<input type="search" autocomplete="off" .value=${query} @input=${(event: Event) => actions.change({ query: (event.target as HTMLInputElement).value, shown: SHOWN_STEP })}></label>`
        : nothing
    }
    <p class="buttons">
      <button @click=${() => actions.change({ chosen: choose(choice, found, ownSchools) })}>${query ? opml.chooseFound : opml.chooseAll}</button>
      <button @click=${deselect}>${query ? opml.chooseNoneFound : opml.chooseNone}</button>
    </p>
    <p class="hint" role="status">${query ? `${opml.found(found.length)} ` : ''}${opml.chosen(chosen.size, subscriptions.length)}</p>
    <ul class="found">${found.slice(0, shown).map(row)}</ul>
    ${found.length > shown ? html`<p><button @click=${() => actions.change({ shown: shown + SHOWN_STEP })}>${opml.more(Math.min(SHOWN_STEP, found.length - shown), found.length)}</button></p>` : nothing}
    <p class="buttons last"><button class="strong" ?disabled=${!chosen.size} @click=${() => actions.follow([...chosen].sort((a, b) => a - b).map((index) => subscriptions[index]!))}>${backup.follow}</button><button @click=${actions.cancel}>${add.cancel}</button></p>
  </div>`;
}
