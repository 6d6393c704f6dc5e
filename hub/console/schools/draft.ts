/** A school that was found at a site, while the user chooses what to take of it. */
import type { ClusterSource } from '../../../core/config/cluster.ts';
import { LIST_KINDS, type ListKind } from '../../../core/config/list-kinds.ts';
import { canonicalUrl } from '../../../core/url.ts';
import type { ConsoleState, EditedSchool, FoundSite, FoundSource, SourceReading } from '../../setup/api.ts';
import { remarksOn } from '../remarks/remarks.ts';

/** A source that the server found, or one that the user pointed at. */
export type DraftSource = FoundSource & { isPointed?: true };

export interface DraftList {
  found: DraftSource[];
  /** Those of `found` to take; they are read together. Empty: no such list. */
  chosen: DraftSource[];
  /** What the server proposed, to take it up again. */
  proposed: DraftSource[];
}

export interface SchoolDraft {
  /** The address that was looked at. */
  address: string;
  site: FoundSite;
  id: string;
  name: string;
  home: string;
  /** Id of the school in the configuration that it takes the place of. */
  was?: string;
  /** Not paused. */
  active: boolean;
  lists: Record<ListKind, DraftList>;
  /** What the server says is wrong. */
  errors: Partial<Record<'id' | 'name' | 'home' | 'other', string>>;
}

/** An id that no other school has. */
function uniqueId(id: string, taken: ReadonlySet<string>): string {
  let unique = id;
  for (let count = 2; taken.has(unique); count++) unique = `${id}-${count}`;
  return unique;
}

/** A name that no other school has, told apart by the site's host. */
function uniqueName(name: string, home: string, taken: ReadonlySet<string>): string {
  return name && taken.has(name) ? `${name} (${new URL(home).host})` : name;
}

/** What was read of a source that was found; undefined if it was tried in vain. */
export const readingOf = ({ facts, total }: FoundSource): SourceReading | undefined =>
  facts && { facts, ...(total !== undefined && { total }) };

/** A list without those that only failed. */
function draftList(found: readonly FoundSource[]): DraftList {
  const chosen = found.filter(({ isChosen, facts }) => isChosen && facts);
  return { found: [...found], chosen, proposed: chosen };
}

/**
 * What is proposed for a site that was read. A school that the configuration has already, by its homepage, keeps its id
 * and its name.
 *
 * @param others the other drafts, whose ids and names are taken
 */
export function draftOf(site: FoundSite, state: ConsoleState, others: readonly SchoolDraft[]): SchoolDraft {
  const { address, home = address, lists } = site;
  const known = state.schools.find((school) => canonicalUrl(school.home) === canonicalUrl(home));
  const schools = [...state.schools, ...others];
  const ids = new Set(schools.map(({ id }) => id));
  const names = new Set(schools.map(({ name }) => name));
  const list = (kind: ListKind) => draftList(lists?.[kind] ?? []);
  return {
    address,
    site,
    id: known?.id ?? uniqueId(site.id ?? 'truong', ids),
    name: known?.name ?? uniqueName(site.name ?? '', home, names),
    home: known?.home ?? home,
    ...(known && { was: known.id }),
    active: known?.active ?? true,
    lists: { news: list('news'), documents: list('documents'), gallery: list('gallery') },
    errors: {},
  };
}

/** What is saved of it. */
export function toEntry({
  id,
  name,
  home,
  was,
  active,
  lists,
}: SchoolDraft): EditedSchool & { was?: string } {
  const sources = (kind: ListKind): ClusterSource[] => lists[kind].chosen.map(({ source }) => source);
  return {
    id,
    name,
    home,
    active,
    lists: { news: sources('news'), documents: sources('documents'), gallery: sources('gallery') },
    ...(was !== undefined && { was }),
  };
}

export const hasChosen = ({ lists }: SchoolDraft): boolean =>
  LIST_KINDS.some((kind) => lists[kind].chosen.length);

/**
 * Whether a school can be taken without a look: it has news, and nothing serious is missing in any of its lists.
 *
 * @param now ms since the epoch
 */
export function isGood(draft: SchoolDraft, now: number): boolean {
  const { lists, was } = draft;
  if (was !== undefined || !lists.news.chosen.length) return false;
  return LIST_KINDS.every((kind) => {
    const [best] = lists[kind].chosen;
    const reading = best && readingOf(best);
    return !reading || !remarksOn(reading, kind, now).some(({ isSerious }) => isSerious);
  });
}

/** The page on which a list is most likely to be pointed at. */
export function pageToPoint({ home, lists }: SchoolDraft, kind: ListKind): string {
  const { chosen, found } = lists[kind];
  const page = [...chosen, ...found].find(({ source }) => source.kind === 'page');
  return page?.source.url ?? home;
}
