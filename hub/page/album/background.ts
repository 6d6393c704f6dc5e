import { backgroundPictures } from '../../../core/read/html/image-attributes.ts';
import { isPicture, widest } from '../../../core/read/pictures.ts';
import type { HtmlPage } from '../html-page.ts';
import type { Element } from '../tree.ts';

/** The URL of a CSS image, with and without quotes; `data:` URLs contain commas and semicolons, but no quotes. */
const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]*))\s*\)/gi;

/**
 * What may name a picture in a style: `background`, and custom properties, from which a style sheet makes one. A value ends
 * at a semicolon outside parentheses.
 */
const VALUE =
  /(?:^|[;\s])(?:background(?:-image)?|--[\w-]+)\s*:((?:[^;()]|\((?:"[^"]*"|'[^']*'|[^()"']|\([^()]*\))*\)|\()*)/gi;

/** The picture behind an element: by its style, or in an attribute that names one. */
export function backgroundOf(page: HtmlPage, { name, attribs }: Element): string | undefined {
  if (name === 'img') return undefined;
  const styled = [...(attribs.style ?? '').matchAll(VALUE)]
    .flatMap(([, value = '']) => [...value.matchAll(CSS_URL)])
    .map(([, quoted, quotedOnce, plain]) => page.resolveUrl(quoted ?? quotedOnce ?? plain))
    .find((url) => url !== undefined && isPicture(url));
  return styled ?? widest(backgroundPictures(new Map(Object.entries(attribs)), page.base))?.url;
}
