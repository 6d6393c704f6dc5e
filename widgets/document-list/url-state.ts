import { COLUMNS, FACETS } from './columns.ts';
import type { Filters } from './filters.ts';

const DAY_FORMAT = /^\d{4}-\d\d-\d\d$/;

/** Reads a choice from the page's address, from its parameters with a prefix; what makes no sense is left out. */
export function readChoice(prefix: string): Filters {
  const said = new URLSearchParams(location.search);
  const get = (name: string) => said.get(`${prefix}-${name}`)?.slice(0, 200) ?? '';
  const day = (name: string) => (DAY_FORMAT.test(get(name)) ? get(name) : '');
  const [sort, direction] = get('sort').split('.');
  return {
    query: get('q'),
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, get(facet)])),
    from: day('from'),
    to: day('to'),
    sort: COLUMNS.find((column) => column === sort) ?? '',
    descending: direction === 'desc',
    page: Math.max(0, Math.trunc(Number(get('page')) || 1) - 1),
  };
}

/** Writes it there, without a new entry in the history; other parameters stay. */
export function writeChoice(
  prefix: string,
  { query, chosen, from, to, sort, descending, page }: Filters,
): void {
  const url = new URL(location.href);
  const set = (name: string, value = '') => {
    if (value) url.searchParams.set(`${prefix}-${name}`, value);
    else url.searchParams.delete(`${prefix}-${name}`);
  };
  set('q', query);
  for (const facet of FACETS) set(facet, chosen[facet]);
  set('from', from);
  set('to', to);
  set('sort', sort && sort + (descending ? '.desc' : ''));
  set('page', page ? String(page + 1) : '');
  try {
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  } catch {
    // A key held down is too much for Safari, and some frames have no address of their own.
  }
}
