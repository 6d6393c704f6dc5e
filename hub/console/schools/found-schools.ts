import type { ListKind } from '../../../core/config/list-kinds.ts';
import type { EditedSchool, FoundSite } from '../../setup/api.ts';
import type { CallError } from '../call.ts';
import type { ConsoleContext } from '../context.ts';
import { type DraftSource, draftOf, isGood, pageToPoint, type SchoolDraft, toEntry } from './draft.ts';
import type { FoundActions } from './found-school.ts';

/** What was found at sites, until the user accepts or dismisses it. */
export class FoundSchools implements FoundActions {
  drafts: SchoolDraft[] = [];
  /** Sites that could not be read. */
  refused: FoundSite[] = [];

  /**
   * @param onChange called whenever something has changed
   * @param onGone called when drafts are gone, with the one that is now in the first one's place
   */
  constructor(
    private readonly context: () => ConsoleContext,
    private readonly onChange: () => void,
    private readonly onGone: (next: SchoolDraft | undefined) => void,
  ) {}

  /** Takes the result of a look. Of a site that is looked at again, the last one counts. */
  readonly add = (site: FoundSite): void => {
    this.drafts = this.drafts.filter(({ address }) => address !== site.address);
    this.dismissRefused(site.address);
    if (site.refusal !== undefined) this.refused.push(site);
    else this.drafts.push(draftOf(site, this.context().state, this.drafts));
  };

  dismissRefused(address: string): void {
    this.refused = this.refused.filter((each) => each.address !== address);
    this.onChange();
  }

  get good(): SchoolDraft[] {
    const now = Date.now();
    return this.drafts.filter((draft) => isGood(draft, now));
  }

  readonly accept = (draft: SchoolDraft): void => void this.save([draft]);

  /** Saves drafts in the configuration, all or none. */
  async save(drafts: readonly SchoolDraft[]): Promise<void> {
    const context = this.context();
    const before = context.state.schools;
    for (const draft of drafts) draft.errors = {};
    const onError = (error: CallError) => this.showError(error, drafts);
    const saved = await context.call('saveSchools', { schools: drafts.map(toEntry) }, { onError });
    if (!saved) return;
    this.remove(drafts);
    const { acceptedOne, accepted } = context.words.schools.found;
    const said = drafts.length === 1 ? acceptedOne(drafts[0]!.name) : accepted(drafts.length);
    context.notify(said, () => this.undo(drafts, before));
  }

  readonly dismiss = (draft: SchoolDraft): void => this.remove([draft]);

  private remove(drafts: readonly SchoolDraft[]): void {
    const index = this.drafts.indexOf(drafts[0]!);
    this.drafts = this.drafts.filter((draft) => !drafts.includes(draft));
    this.onChange();
    this.onGone(this.drafts[index] ?? this.drafts.at(-1));
  }

  /** Takes accepted schools out of the configuration again, and shows them as they were found. */
  private async undo(drafts: readonly SchoolDraft[], before: readonly EditedSchool[]): Promise<void> {
    const context = this.context();
    const replaced = before.filter(({ id }) => drafts.some(({ was }) => was === id));
    for (const { id, was } of drafts) if (was === undefined) await context.call('removeSchool', { id });
    for (const { was, id } of drafts) {
      const school = replaced.find((each) => each.id === was);
      if (school) await context.call('saveSchools', { schools: [{ ...school, was: id }] });
    }
    this.drafts = [...drafts, ...this.drafts];
    this.onChange();
  }

  /** Shows an error at the school and the field that it is about: `schools.2.name`, or `name` of a single one. */
  private showError({ field = '', words }: CallError, drafts: readonly SchoolDraft[]): void {
    const text = words[this.context().lang];
    const index = Number(/\d+/.exec(field)?.[0] ?? 0);
    const draft = drafts[index] ?? drafts[0]!;
    const name = (['id', 'name', 'home'] as const).find((each) => new RegExp(`\\b${each}$`).test(field));
    draft.errors = { [name ?? 'other']: text };
    this.onChange();
  }

  readonly edit: FoundActions['edit'] = (draft, change) => {
    Object.assign(draft, change);
    this.onChange();
  };

  readonly choose = (draft: SchoolDraft, kind: ListKind, sources: DraftSource[]): void => {
    draft.lists[kind].chosen = sources;
    this.onChange();
  };

  readonly point = async (draft: SchoolDraft, kind: ListKind): Promise<void> => {
    const list = draft.lists[kind];
    const url = pageToPoint(draft, kind);
    const pointed = await this.context().point({ schoolName: draft.name, kind, url });
    if (!pointed) return;
    const { source, facts, feed } = pointed;
    const found: DraftSource = { source, facts, feed, isChosen: true, isPointed: true };
    list.found = [found, ...list.found];
    this.choose(draft, kind, [found]);
  };
}
