import type { ClusterSource } from '../../../core/config/cluster.ts';
import { omitUndefined } from '../../../core/omit-undefined.ts';

/** The CSS selectors of a page's list, in the order of the form. */
export const SELECTORS = [
  'item',
  'title',
  'link',
  'date',
  'image',
  'summary',
  'table',
  'photos',
  'next',
] as const;

/**
 * The source that a form describes. What the form does not ask for stays.
 *
 * @param data fields `url`, `kind`, `every`, `pages` and those of `SELECTORS`
 * @param source before
 */
export function editedSource(data: FormData, source: ClusterSource): ClusterSource {
  const text = (name: string) => String(data.get(name) ?? '').trim() || undefined;
  const number = (name: string) => (text(name) ? Number(text(name)) : undefined);
  const { active, heal } = source;
  const common = { url: text('url') ?? '', every: number('every'), active, heal };
  if (data.get('kind') !== 'page') return omitUndefined({ kind: 'feed' as const, ...common });
  const columns = source.kind === 'page' ? source.columns : undefined;
  const selectors = Object.fromEntries(SELECTORS.map((name) => [name, text(name)]));
  return omitUndefined({
    kind: 'page' as const,
    ...common,
    ...selectors,
    columns,
    pages: number('pages') ?? 1,
  });
}
