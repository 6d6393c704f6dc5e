/** What the user has pointed at, and how a further click changes it. */
import type { ClusterSource } from '../../../core/config/cluster.ts';
import type { Column, Picks } from '../../setup/api.ts';

/** A part of the items, or of the page, of which one example is enough. */
export type Part = 'title' | 'date' | 'image' | 'summary' | 'next' | 'photo';

export const PARTS: readonly Part[] = ['title', 'date', 'image', 'summary', 'next', 'photo'];

/** What is undone in one step: the picks, and the source that they correct. */
export interface Choice {
  picks: Picks;
  source?: ClusterSource | undefined;
}

export const NO_PICKS: Picks = { items: [], not: [] };

export function isEmpty(picks: Picks): boolean {
  return (
    !picks.items.length &&
    !picks.not.length &&
    PARTS.every((part) => picks[part] === undefined) &&
    !Object.keys(picks.columns ?? {}).length
  );
}

/** What lies where the user clicks for an item. */
export interface Target {
  node: number;
  /** Whether it is in an item of the list as it is read now. */
  isListed: boolean;
  /** The picked items in that item, and those left out at this place. */
  picked: readonly number[];
  left: readonly number[];
}

/** What a click does to the list. */
export type Effect = 'take' | 'leave' | 'forget' | 'return';

/**
 * The first click always says that something belongs to the list, even in one that was guessed. After that, a click in
 * the list leaves out, and one on what was picked or left out takes that back.
 */
export function effectOn({ items }: Picks, { isListed, picked, left }: Target): Effect {
  if (left.length) return 'return';
  if (picked.length) return 'forget';
  return isListed && items.length ? 'leave' : 'take';
}

export function clickItem(picks: Picks, target: Target): Picks {
  const { items, not } = picks;
  const { node, picked, left } = target;
  switch (effectOn(picks, target)) {
    case 'return':
      return { ...picks, not: not.filter((each) => !left.includes(each)) };
    case 'forget':
      return { ...picks, items: items.filter((each) => !picked.includes(each)) };
    case 'leave':
      return { ...picks, not: [...not, node] };
    case 'take':
      return { ...picks, items: [...items, node] };
  }
}

/** Leaves an element out of the list, whatever it was. */
export function leaveOut({ items, not, ...rest }: Picks, { node, picked, left }: Target): Picks {
  return {
    ...rest,
    items: items.filter((each) => !picked.includes(each)),
    not: left.length ? not : [...not, node],
  };
}

/** Picks an example of a part, or takes it back if it was that already. */
export function clickPart(picks: Picks, part: Part, node: number): Picks {
  const { [part]: before, ...rest } = picks;
  return before === node ? rest : { ...rest, [part]: node };
}

/** Names the column of a head cell; without a name, takes its name back. A cell has one name, a name one cell. */
export function nameColumn(picks: Picks, node: number, column: Column | undefined): Picks {
  const others = Object.entries(picks.columns ?? {}).filter(([, each]) => each !== node);
  return { ...picks, columns: { ...Object.fromEntries(others), ...(column && { [column]: node }) } };
}

/** Something picked, to be listed. */
export type Pick = { node: number } & ({ as: 'item' | 'not' | Part } | { as: 'column'; column: Column });

export const listPicks = (picks: Picks): Pick[] => [
  ...picks.items.map((node): Pick => ({ node, as: 'item' })),
  ...picks.not.map((node): Pick => ({ node, as: 'not' })),
  ...PARTS.flatMap((part): Pick[] => {
    const node = picks[part];
    return node === undefined ? [] : [{ node, as: part }];
  }),
  ...Object.entries(picks.columns ?? {}).map(
    ([column, node]): Pick => ({ node, as: 'column', column: column as Column }),
  ),
];

export function removePick(picks: Picks, pick: Pick): Picks {
  switch (pick.as) {
    case 'item':
      return { ...picks, items: picks.items.filter((each) => each !== pick.node) };
    case 'not':
      return { ...picks, not: picks.not.filter((each) => each !== pick.node) };
    case 'column':
      return nameColumn(picks, pick.node, undefined);
    default:
      return clickPart(picks, pick.as, pick.node);
  }
}
