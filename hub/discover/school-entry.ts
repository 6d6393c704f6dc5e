/** What `tct-hub discover` proposes for the configuration. */
import { LIST_KINDS, type ListKind } from '../../core/config/cluster.ts';
import { configEntry, hasSources } from '../collect/sources.ts';
import type { SiteResult } from './discover-site.ts';

/** Name of a school in the proposal whose page has no title. */
const UNNAMED = 'Tên trường';

/** What stands in the titles of pages besides the school's name. */
const BESIDES =
  /^(?:trang (?:chủ|nhất|tin|thông tin)|tin tức|tin mới|bài viết|giới thiệu|home(?: ?page)?|index|welcome|news|website|cổng thông tin)(?:\s(?:điện tử|chính thức|sự kiện|và sự kiện|&\s*sự kiện))*$/iu;
/** What stands before the name. */
const BEFORE =
  /^(?:chào mừng (?:bạn |quý vị )?(?:đến|tới)(?: với)?|(?:cổng|trang|web ?site)(?: (?:thông tin|tin))?(?: điện tử)?(?: chính thức)?(?: của)?)[\s:–-]+(?=\p{L})/iu;
const NAMES_SCHOOL = /trường|học viện|trung tâm/iu;

/** The name of a school from the title of a page: “Trang chủ | Trường Chính trị …” names it in a part of it. */
export function schoolName(title: string | undefined): string | undefined {
  const parts = (title ?? '')
    .split(/\s*[|»•·]\s*|\s*::\s*|\s+[-–—>]\s+/)
    .map((part) => part.trim())
    .filter((part) => part && !BESIDES.test(part));
  const name = parts.find((part) => NAMES_SCHOOL.test(part)) ?? parts[0];
  return name?.replace(BEFORE, '') || title?.trim() || undefined;
}

/** A school of the configuration. */
export type SchoolEntry = { id: string; name: string; home: string } & Partial<Record<ListKind, unknown>>;

/** An id that is not taken: the given one, or else with a number behind it. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  // Ids have at most 40 characters.
  const begin = id.slice(0, 36);
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${begin}-${number}`;
  return free;
}

/** An id from the first part of a host's name that names the school, in the form that the configuration demands. */
export function schoolId(home: string, taken: ReadonlySet<string>): string {
  const [first = ''] = new URL(home).hostname.replace(/^www\./, '').split('.');
  const id =
    first
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 36) || 'truong';
  return freeId(id, taken);
}

function oneOrAll<T>(values: T[]): T | T[] | undefined {
  return values.length > 1 ? values : values[0];
}

/** The entry of a site in the configuration; undefined if nothing was found. */
export function toEntry(result: SiteResult, taken: ReadonlySet<string>): SchoolEntry | undefined {
  if ('refusal' in result || !hasSources(result.chosen)) return undefined;
  const { home, title, chosen } = result;
  const entry: SchoolEntry = { id: schoolId(home, taken), name: schoolName(title) ?? UNNAMED, home };
  for (const kind of LIST_KINDS) {
    const sources = oneOrAll(chosen[kind].map(({ source }) => configEntry(source)));
    if (sources) entry[kind] = sources;
  }
  return entry;
}
