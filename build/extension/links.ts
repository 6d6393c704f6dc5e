import { httpUrl } from '../../core/url.ts';
import type { Links } from '../../extension/pages/links.ts';

/** @throws Error if it is not an address that starts with http or https */
function checked(field: string, value: string): string | undefined {
  const url = httpUrl(value);
  if (value && !url) throw new Error(`"${field}" in package.json is no address: ${value}`);
  return url;
}

/**
 * The publisher's addresses, for the manifest and the pages: `homepage` and `bugs` of the root's package.json. Empty ones
 * are left out.
 *
 * @throws Error if one is no address
 */
export function linksOf(rootPackage: { homepage: string; bugs: string }): Links {
  const homepage = checked('homepage', rootPackage.homepage);
  const support = checked('bugs', rootPackage.bugs);
  return { ...(homepage && { homepage }), ...(support && { support }) };
}
