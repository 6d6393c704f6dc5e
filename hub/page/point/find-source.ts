/** Makes a source of what a user points at. */
import type { PageSource } from '../../../core/config/cluster.ts';
import type { Words } from '../../messages.ts';
import type { ElementNumbers } from '../element-numbers.ts';
import type { HtmlPage } from '../html-page.ts';
import { guessList } from '../list/guess-list.ts';
import { itemsHolding, wholeItems } from '../list/whole-items.ts';
import { matchesOf } from '../selector/matches.ts';
import { Selectors } from '../selectors.ts';
import type { Element } from '../tree.ts';
import { agrees, findItems } from './find-items.ts';
import { findPhotos, isOwnPhoto } from './find-photos.ts';
import { findTable } from './find-table.ts';
import { nextSelector } from './next-selector.ts';
import { PARTS, partSelector } from './part-selectors.ts';
import type { Picks, PointRequest } from './types.ts';
import { WARNINGS } from './warnings.ts';

type Request = PointRequest & { picks: Picks };

/** A source that is being made. */
interface Draft {
  page: HtmlPage;
  numbers: ElementNumbers;
  source: PageSource;
  warnings: Words[];
}

/** Sets a selector that was found, or leaves it out where it is not needed. */
function setSelector(
  { source, warnings }: Draft,
  field: (typeof PARTS)[number] | 'photos' | 'next',
  found: string | undefined,
): void {
  if (found === undefined) warnings.push(WARNINGS.nothingThere(field));
  else if (found === 'guessed') delete source[field];
  else source[field] = found;
}

/** Leaves out the selectors inside items that match in none of them: they were for other items. */
function dropStaleParts({ page, source }: Draft): void {
  const selectors = new Selectors(source);
  const items = selectors.outermost('item', page);
  for (const field of ['title', 'link', 'date', 'image', 'summary'] as const)
    if (source[field] !== undefined && !items.some((item) => selectors.first(field, item)))
      delete source[field];
}

/** The elements with some numbers. */
const elementsOf = (numbers: ElementNumbers, list: readonly (number | undefined)[]) =>
  list
    .map((number) => (number === undefined ? undefined : numbers.elementAt(number)))
    .filter((each): each is Element => each !== undefined);

/** Finds the items that were picked, unless the source has them; without any, guesses those of news. */
function setItems(draft: Draft, { kind, picks }: Request): void {
  const { page, numbers, source } = draft;
  const parts = elementsOf(
    numbers,
    PARTS.map((part) => picks[part]),
  );
  const items = elementsOf(numbers, picks.items);
  // A date or a picture tells which list is meant, too.
  const picked = items.length || source.item !== undefined ? items : parts.slice(0, 1);
  const wanted = { picked, not: elementsOf(numbers, picks.not) };
  const known = source.item === undefined ? undefined : matchesOf(page, source.item);
  if (known?.length && agrees(known, wanted)) return;
  if (!picked.length && !known) {
    const guessed = kind === 'news' ? guessList(page) : undefined;
    if (guessed === undefined) return;
    source.item = guessed;
    if (!wanted.not.length || agrees(matchesOf(page, guessed), wanted)) return;
  }
  const base = picked.length
    ? picked
    : matchesOf(page, source.item ?? '*')
        .filter((each) => agrees([each], { picked: [], not: wanted.not }))
        .slice(0, 1);
  const found = findItems(page, { picked: base, not: wanted.not });
  if (!found) return;
  source.item = found.selector;
  if (!agrees(found.items, wanted)) draft.warnings.push(WARNINGS.notSeparable);
  dropStaleParts(draft);
}

/** Sets the selectors of parts inside the items that were picked. */
function setParts(draft: Draft, { picks }: Request): void {
  const { page, numbers, source } = draft;
  if (source.item === undefined) return;
  const items = wholeItems(matchesOf(page, source.item));
  for (const part of PARTS) {
    const [element] = elementsOf(numbers, [picks[part]]);
    if (!element) continue;
    if (!itemsHolding(items, element).length) draft.warnings.push(WARNINGS.outsideItems(part));
    else setSelector(draft, part, partSelector(page, source, items, part, element));
  }
}

/**
 * Finds the source that a user points at.
 *
 * @throws PageError if a selector of the source to start from is not valid CSS
 */
export function findSource(
  page: HtmlPage,
  numbers: ElementNumbers,
  request: Request,
): { source: PageSource; warnings: Words[] } {
  const { kind, picks, album = false } = request;
  const source: PageSource = { ...(request.source ?? { url: page.url, kind: 'page', pages: 1 }) };
  const draft: Draft = { page, numbers, source, warnings: [] };
  const [photo] = elementsOf(numbers, [picks.photo]);
  const [first] = elementsOf(numbers, picks.items);
  if (album) {
    // By `photos` alone, the page with the list would be read as an album.
    if (photo && source.item === undefined) draft.warnings.push(WARNINGS.listFirst);
    else if (photo) setSelector(draft, 'photos', findPhotos(page, photo, true));
    return draft;
  }
  const ownPhoto = photo ?? (kind === 'gallery' && first && isOwnPhoto(page, first) ? first : undefined);
  if (kind === 'gallery' && ownPhoto) {
    delete source.item;
    setSelector(draft, 'photos', findPhotos(page, ownPhoto, false));
  } else {
    const table = kind === 'documents' ? findTable(page, numbers, picks, source) : undefined;
    if (table) {
      const { item: _, table: __, columns: ___, ...rest } = source;
      draft.source = { ...rest, ...table };
    } else {
      if (picks.items.length) delete source.table;
      setItems(draft, request);
      setParts(draft, request);
    }
  }
  const [next] = elementsOf(numbers, [picks.next]);
  if (next) setSelector(draft, 'next', nextSelector(page, next));
  return { source: draft.source, warnings: draft.warnings };
}
