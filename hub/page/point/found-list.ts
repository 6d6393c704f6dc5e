import type { Element } from '../tree.ts';

/** What the user says about a list. */
export interface PickedItems {
  /** Items of it, or elements inside them or around one. */
  picked: readonly Element[];
  /** Elements that are in none of its items, and do not hold any. */
  not: readonly Element[];
}

/** A selector, what it matches, and how well that looks like a list. */
export interface FoundList {
  selector: string;
  items: Element[];
  score: number;
}
