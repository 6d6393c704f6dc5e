import { serverOf } from '../../core/poll/plan.ts';
import type { Store } from '../store/schema.ts';
import { type ExtensionSchool, schoolsOf } from './configuration.ts';

/** The school whose site a page belongs to, preferably one with known sources. */
export function findSchool(store: Store, page: string): ExtensionSchool | undefined {
  const isSameSite = (url: string) => serverOf(url) === serverOf(page);
  const matches = schoolsOf(store).filter(
    ({ home, sources }) => (home && isSameSite(home)) || sources.some(({ url }) => isSameSite(url)),
  );
  return matches.find(({ sources }) => sources.length) ?? matches[0];
}
