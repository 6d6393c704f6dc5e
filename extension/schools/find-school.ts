import { serverOf } from '../../core/poll/plan.ts';
import type { Store } from '../store/schema.ts';
import { type ExtensionSchool, schoolsOf } from './configuration.ts';

/** The school to whose site a page belongs; one that can be read goes before one of which no source is known. */
export function findSchool(store: Store, page: string): ExtensionSchool | undefined {
  const isThere = (url: string) => serverOf(url) === serverOf(page);
  const found = schoolsOf(store).filter(
    ({ home, sources }) => isThere(home) || sources.some(({ url }) => isThere(url)),
  );
  return found.find(({ sources }) => sources.length) ?? found[0];
}
