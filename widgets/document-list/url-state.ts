import { queryParameter, replaceUrl, withQueryParameter } from '../base/query-parameter.ts';
import { COLUMNS, columnNames, FACETS } from './columns.ts';
import type { Filters } from './filters.ts';

const DAY_FORMAT = /^\d{4}-\d\d-\d\d$/;
const MAX_VALUE_LENGTH = 200;
const MAX_PAGE_SIZE = 1000;

/** A number from 1 to the largest, or the default. */
function wholeNumber(text: string, largest: number, normal: number): number {
  const number = Math.trunc(Number(text));
  return number >= 1 && number <= largest ? number : normal;
}

/** Reads filters from the query parameters with a prefix; ignores invalid values. */
export function readFilters(prefix: string): Filters {
  const get = (name: string) => queryParameter(`${prefix}-${name}`)?.slice(0, MAX_VALUE_LENGTH) ?? '';
  const day = (name: string) => (DAY_FORMAT.test(get(name)) ? get(name) : '');
  const [sort, direction] = get('sort').split('.');
  return {
    query: get('q'),
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, get(facet)])),
    from: day('from'),
    to: day('to'),
    sort: COLUMNS.find((column) => column === sort) ?? '',
    descending: direction === 'desc',
    page: wholeNumber(get('page'), Number.MAX_SAFE_INTEGER, 1) - 1,
    pageSize: wholeNumber(get('size'), MAX_PAGE_SIZE, 0),
    columns: columnNames(get('columns')),
  };
}

/** Writes filters to the page's URL without a new history entry; leaves other parameters as they are written. */
export function writeFilters(
  prefix: string,
  { query, chosen, from, to, sort, descending, page, pageSize, columns }: Filters,
): void {
  let url = location.href;
  const set = (name: string, value = '') => {
    url = withQueryParameter(url, `${prefix}-${name}`, value);
  };
  set('q', query);
  for (const facet of FACETS) set(facet, chosen[facet]);
  set('from', from);
  set('to', to);
  set('sort', sort && sort + (descending ? '.desc' : ''));
  set('page', page ? String(page + 1) : '');
  set('size', pageSize ? String(pageSize) : '');
  set('columns', columns.join(' '));
  replaceUrl(url);
}
