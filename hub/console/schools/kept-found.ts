/** What step 2 has found, while the page is loaded again. */
import { LIST_KINDS, type ListKind } from '../../../core/config/list-kinds.ts';
import type { FoundSite, FoundSource } from '../../setup/api.ts';
import { keepFound, keptFound } from '../browser-storage.ts';
import type { DraftList, SchoolDraft } from './draft.ts';

export interface Found {
  drafts: SchoolDraft[];
  /** Sites that could not be read. */
  refused: FoundSite[];
  /** Addresses that were not looked at yet. */
  left: string[];
  /** What is in the field for addresses. */
  typed: string;
}

/** With places in `found` instead of the sources themselves, since chosen ones are told apart by identity. */
type KeptList = Record<'chosen' | 'proposed', number[]> & { found: FoundSource[] };
type KeptDraft = Omit<SchoolDraft, 'lists'> & { lists: Record<ListKind, KeptList> };
type Kept = Omit<Found, 'drafts'> & { drafts: KeptDraft[] };

const ofEach = <T>(toValue: (kind: ListKind) => T) =>
  Object.fromEntries(LIST_KINDS.map((kind) => [kind, toValue(kind)])) as Record<ListKind, T>;

function toKept({ found, chosen, proposed }: DraftList): KeptList {
  const placesOf = (sources: FoundSource[]) => sources.map((source) => found.indexOf(source));
  return { found, chosen: placesOf(chosen), proposed: placesOf(proposed) };
}

function fromKept({ found, chosen, proposed }: KeptList): DraftList {
  const sourcesAt = (places: number[]) => places.flatMap((place) => found[place] ?? []);
  return { found, chosen: sourcesAt(chosen), proposed: sourcesAt(proposed) };
}

export function keep({ drafts, ...found }: Found): void {
  const kept: Kept = {
    ...found,
    drafts: drafts.map((draft) => ({ ...draft, lists: ofEach((kind) => toKept(draft.lists[kind])) })),
  };
  keepFound(kept);
}

/** What was kept; nothing in another session. */
export function restore(): Found {
  const { drafts = [], refused = [], left = [], typed = '' } = (keptFound() ?? {}) as Partial<Kept>;
  return {
    refused,
    left,
    typed,
    drafts: drafts.map((draft) => ({ ...draft, lists: ofEach((kind) => fromKept(draft.lists[kind])) })),
  };
}
