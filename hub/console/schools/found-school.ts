import { html, nothing, type TemplateResult } from 'lit';
import { LIST_KINDS } from '../../../core/config/list-kinds.ts';
import type { ConsoleContext } from '../context.ts';
import { textField } from '../field.ts';
import { siteLink } from '../site-link.ts';
import { hasChosen, isGood, type SchoolDraft } from './draft.ts';
import { type ListActions, listChoice } from './list-choice.ts';

export interface FoundActions extends ListActions {
  accept: (draft: SchoolDraft) => void;
  dismiss: (draft: SchoolDraft) => void;
  /** The user has typed. */
  edit: (draft: SchoolDraft, change: Partial<Pick<SchoolDraft, 'id' | 'name' | 'home'>>) => void;
}

/** The name; behind it, unfolded when one of them is wrong, the id and the homepage. */
function names(draft: SchoolDraft, context: ConsoleContext, actions: FoundActions): TemplateResult {
  const { found } = context.words.schools;
  const field = (name: 'id' | 'name' | 'home', label: string, hint?: string) =>
    textField({
      // The id in the card may change while it is typed.
      id: `${name}-of-${draft.address}`,
      label,
      ...(hint && { hint }),
      error: draft.errors[name],
      value: draft[name],
      onInput: (value) => actions.edit(draft, { [name]: value }),
    });
  const isWrong = !!(draft.errors.id || draft.errors.name || draft.errors.home);
  return html`<details class="names" ?open=${isWrong || !draft.name}><summary>${found.edit}</summary>
    <div class="fields">${field('name', found.name)}${field('id', found.id, found.idHint)}${field('home', found.home)}</div></details>`;
}

/** A school that was found, with its lists, to be accepted or dismissed. */
export function foundSchool(
  draft: SchoolDraft,
  context: ConsoleContext,
  actions: FoundActions,
): TemplateResult {
  const { found, actionsOf } = context.words.schools;
  const { site, name, home, was, errors } = draft;
  const facts = [site.cms && found.runsOn(site.cms), found.requests(site.requests)].filter(Boolean);
  const hasLists = LIST_KINDS.some((kind) => draft.lists[kind].found.length);
  return html`<article class="found-school" data-address=${draft.address}>
    <header>
      <div>
        <h3 tabindex="-1">${name || draft.address}${isGood(draft, Date.now()) ? html` <span class="mark good">${found.good}</span>` : nothing}</h3>
        <p class="facts">${siteLink(home)}${facts.map((fact) => html`<span>${fact}</span>`)}</p>
      </div>
      <div class="buttons">
        <button class="strong" ?disabled=${!hasChosen(draft)} @click=${() => actions.accept(draft)}>${was === undefined ? found.accept : found.replace}<span class="unseen">: ${name}</span></button>
        <button class="quiet" @click=${() => actions.dismiss(draft)}>${found.dismiss}<span class="unseen">: ${name}</span></button>
      </div>
    </header>
    ${site.notes.map((note) => html`<p class="hint" lang="vi">${note}</p>`)}
    ${was === undefined ? nothing : html`<p class="hint">${found.known}</p>`}
    ${hasLists ? nothing : html`<p class="trouble">${found.nothing}</p>`}
    ${!hasLists || hasChosen(draft) ? nothing : html`<p class="trouble">${found.take}</p>`}
    ${errors.other ? html`<p class="trouble" role="alert">${errors.other}</p>` : nothing}
    ${names(draft, context, actions)}
    <div class="lists" role="group" aria-label=${actionsOf(found.heading, name)}>${LIST_KINDS.map((kind) => listChoice(draft, kind, context, actions))}</div>
  </article>`;
}
