import { html, nothing, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import type { FoundSource } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { differences, thingOf } from '../remarks/remarks.ts';
import { remarksList } from '../remarks/remarks-list.ts';
import { type DraftList, type DraftSource, readingOf, type SchoolDraft } from './draft.ts';
import { listWidget } from './list-widget.ts';

export interface ListActions {
  /** Takes these sources for the list; none leaves it out. */
  choose: (draft: SchoolDraft, kind: ListKind, sources: DraftSource[]) => void;
  point: (draft: SchoolDraft, kind: ListKind) => void;
}

type Facts = NonNullable<FoundSource['facts']>;

function factsLine(source: DraftSource, kind: ListKind, context: ConsoleContext): TemplateResult {
  const { schools, remarks } = context.words;
  const { list } = schools;
  const { posts, photos, newest } = source.facts!;
  const thing = thingOf(kind, source.facts);
  const facts = [
    remarks.counted(posts, thing),
    thing === 'album' && photos > posts ? remarks.counted(photos, 'photo') : '',
    newest ? list.newest(newest) : '',
    source.isPointed ? list.pointed : source.source.kind === 'feed' ? list.feed : list.page,
  ];
  return html`<p class="facts">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span>`)}</p>`;
}

/** What was chosen, shown as a partner's page will. */
function chosenList(
  draft: SchoolDraft,
  kind: ListKind,
  context: ConsoleContext,
  actions: ListActions,
): TemplateResult {
  const { list } = context.words.schools;
  const { chosen } = draft.lists[kind];
  const feeds = chosen.flatMap(({ feed }) => feed ?? []);
  const [best] = chosen;
  const leaveOut = (source: DraftSource) =>
    actions.choose(
      draft,
      kind,
      chosen.filter((each) => each !== source),
    );
  return html`${best?.facts ? html`${factsLine(best, kind, context)}${remarksList(readingOf(best)!, kind, context.words)}` : nothing}
    ${feeds.length ? html`<div class="as-shown">${listWidget(kind, feeds, context.lang)}</div>` : nothing}
    ${
      chosen.length > 1
        ? html`<p class="hint">${list.joined(chosen.length)}</p><ul class="joined">${chosen.map((source) => html`<li><span class="address">${source.source.url}</span> <button @click=${() => leaveOut(source)}>${list.leaveOut}<span class="unseen">: ${source.source.url}</span></button></li>`)}</ul>`
        : html`<p class="hint address">${best?.source.url}</p>`
    }`;
}

/** Another way to read the list, with what it has more and less than the one that is chosen. */
function alternative(
  source: DraftSource,
  best: Facts | undefined,
  kind: ListKind,
  context: ConsoleContext,
  use: () => void,
): TemplateResult {
  const { list } = context.words.schools;
  const { difference } = context.words.remarks;
  const differ = best ? differences(source.facts!, best, kind) : [];
  return html`<li class="alternative">
    ${factsLine(source, kind, context)}
    ${
      best
        ? html`<ul class="remarks">${differ.length ? differ.map((each) => html`<li class=${each.more ? 'good' : 'trouble'}>${each.more ? '+' : '−'} ${difference(each)}</li>`) : html`<li>${list.same}</li>`}</ul>`
        : remarksList(readingOf(source)!, kind, context.words)
    }
    ${source.feed ? html`<div class="as-shown">${listWidget(kind, [source.feed], context.lang)}</div>` : nothing}
    <p class="hint address">${source.source.url}</p>
    <div><button @click=${use}>${list.useInstead}</button></div>
  </li>`;
}

function others(
  { found, chosen }: DraftList,
  draft: SchoolDraft,
  kind: ListKind,
  context: ConsoleContext,
  actions: ListActions,
): TemplateResult {
  const { list } = context.words.schools;
  const rest = found.filter((source) => !chosen.includes(source));
  const read = rest.filter(({ facts }) => facts);
  const failed = rest.filter(({ facts }) => !facts);
  return html`${
    read.length
      ? html`<details ?open=${!chosen.length}><summary>${list.others(read.length)}</summary><ul class="alternatives">${read.map((source) => alternative(source, chosen[0]?.facts, kind, context, () => actions.choose(draft, kind, [source])))}</ul></details>`
      : nothing
  }${
    failed.length && !chosen.length
      ? html`<div class="failed"><p class="hint">${list.failed}</p><ul>${failed.map(({ source, refusal }) => html`<li><span class="address">${source.url}</span> <span class="trouble" lang="vi">${refusal}</span></li>`)}</ul></div>`
      : nothing
  }`;
}

/** One list of a school that was found: what is proposed, its alternatives, and pointing at it. */
export function listChoice(
  draft: SchoolDraft,
  kind: ListKind,
  context: ConsoleContext,
  actions: ListActions,
): TemplateResult {
  const { list, lists } = context.words.schools;
  const choice = draft.lists[kind];
  const { chosen, proposed, found } = choice;
  const id = `found-${draft.id}-${kind}`;
  const missing = proposed.length || found.some(({ facts }) => facts) ? list.leftOut : list.notFound[kind];
  const takeBack = !chosen.length && proposed.length > 0;
  return html`<div class="list" role="group" aria-labelledby=${id}>
    <h4 id=${id}>${lists[kind]}</h4>
    <div class="chosen">${chosen.length ? chosenList(draft, kind, context, actions) : html`<p class="none">${missing}</p>`}</div>
    ${others(choice, draft, kind, context, actions)}
    <div class="buttons list-buttons">
      ${takeBack ? html`<button @click=${() => actions.choose(draft, kind, proposed)}>${list.takeBack}</button>` : nothing}
      <button class=${chosen.length ? 'quiet' : ''} @click=${() => actions.point(draft, kind)}>${list.point}<span class="unseen">: ${lists[kind]}, ${draft.name}</span></button>
      ${chosen.length ? html`<button class="quiet" @click=${() => actions.choose(draft, kind, [])}>${list.leaveOut}<span class="unseen">: ${lists[kind]}, ${draft.name}</span></button>` : nothing}
    </div>
  </div>`;
}
