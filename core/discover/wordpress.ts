/** Where WordPress's REST API has posts and media, and what its categories tell. */
import { findJson } from '../read/json/find-json.ts';
import { parseJson } from '../read/json/parse-json.ts';
import { asObjects, asText, type JsonObject } from '../read/json/values.ts';
import { httpUrl } from '../url.ts';
import { kindOfName, maybeDocuments } from './list-names.ts';

/** The relation under which a page names the root of the REST API. */
export const REST_RELATION = 'https://api.w.org/';

export interface Category {
  id: number;
  name: string;
  /** The id of the category around it; 0 if there is none. */
  parent: number;
  /** Posts directly in it, if it is known. */
  count?: number;
}

/** The root of the REST API without a site's permalinks: `?rest_route=`, which works on every WordPress. */
export function plainRestRoot(siteRoot: string): string {
  return `${siteRoot}?rest_route=/`;
}

/** The root that a page or a `Link` header names, as an absolute URL that a route can be appended to. */
export function restRoot(href: string | undefined, base: string): string | undefined {
  const url = httpUrl(href, base)?.replace(/(rest_route=)(?:%2f)?$/i, '$1/');
  return url?.replace(/\/?$/, '/');
}

/** The folder of a site whose REST API is known, with a slash at the end. */
export function siteOfRest(root: string): string {
  return root.replace(/(?:wp-json\/|(?:index\.php)?\?rest_route=\/).*$/, '');
}

/** @param route for example `posts`. @param query without `?` */
export function restUrl(root: string, route: string, query: string): string {
  return `${root}wp/v2/${route}${root.includes('?') ? '&' : '?'}${query}`;
}

/** Posts asked for: enough for the polls of most sites, and the most that WordPress allows. */
export const DEFAULT_POSTS = 50;
export const MAX_POSTS = 100;

export const POSTS_QUERY = `_embed&per_page=${DEFAULT_POSTS}`;

/** The posts of some categories. */
export function categoryPostsUrl(root: string, ids: readonly number[]): string {
  return restUrl(root, 'posts', `_embed&categories=${ids.join(',')}&per_page=${DEFAULT_POSTS}`);
}

/** @returns the URL of all categories that have posts */
export function categoriesUrl(root: string): string {
  return restUrl(root, 'categories', 'per_page=100&hide_empty=false&_fields=id,name,count,parent');
}

const asWhole = (value: unknown) => (Number.isSafeInteger(value) ? (value as number) : undefined);

/** Reads the answer to `categoriesUrl`; empty if it is anything else. PHP may have written a notice before it. */
export function readCategories(text: string): Category[] {
  const value = parseJson(text) ?? [...findJson(text)][0]?.value;
  return asObjects(value).flatMap(({ id, name, parent, count }: JsonObject) => {
    const number = asWhole(id);
    const title = asText(name);
    if (!number || !title) return [];
    const posts = asWhole(count);
    return [
      { id: number, name: title, parent: asWhole(parent) ?? 0, ...(posts !== undefined && { count: posts }) },
    ];
  });
}

/**
 * The categories of a kind: by their name or by that of a category around them. Those without posts are left out.
 *
 * @param holdsDocuments decides for a category whose name may be that of documents
 */
export function categoriesOfKind(
  categories: readonly Category[],
  kind: 'documents' | 'gallery',
  holdsDocuments: (category: Category) => boolean,
): Category[] {
  const byId = new Map(categories.map((each) => [each.id, each]));
  const isOfKind = (category: Category | undefined, depth = 0): boolean => {
    if (!category || depth > 5) return false;
    const own = kindOfName(category.name);
    if (own) return own === kind;
    if (kind === 'documents' && maybeDocuments(category.name) && holdsDocuments(category)) return true;
    return isOfKind(byId.get(category.parent), depth + 1);
  };
  return categories.filter((each) => each.count !== 0 && isOfKind(each));
}
