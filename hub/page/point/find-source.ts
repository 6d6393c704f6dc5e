import type { PageSource } from '../../../core/config/cluster.ts';
import type { Words } from '../../messages.ts';
import type { ElementNumbers } from '../element-numbers.ts';
import type { HtmlPage } from '../html-page.ts';
import { guessList } from '../list/guess-list.ts';
import type { Element } from '../tree.ts';
import { findItems } from './find-items.ts';
import type { Picks, PointRequest } from './types.ts';

/** Finds the source that a user points at. */
export function findSource(
  page: HtmlPage,
  numbers: ElementNumbers,
  { kind, picks, source }: PointRequest & { picks: Picks },
): { source: PageSource; warnings: Words[] } {
  const base: PageSource = source ?? { url: page.url, kind: 'page', pages: 1 };
  const elementsOf = (list: readonly number[]) =>
    list.map((number) => numbers.elementAt(number)).filter((each): each is Element => each !== undefined);
  const picked = elementsOf(picks.items);
  if (!picked.length && (base.item !== undefined || kind !== 'news')) return { source: base, warnings: [] };
  const item = picked.length
    ? findItems(page, { picked, not: elementsOf(picks.not) })?.selector
    : guessList(page);
  return { source: { ...base, ...(item !== undefined && { item }) }, warnings: [] };
}
