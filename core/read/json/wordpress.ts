import type { UnidentifiedItem } from '../../identity/assign-ids.ts';
import type { Attachment, Feed } from '../../model/feed.ts';
import { MAX_CHARS } from '../../model/limits.ts';
import { omitUndefinedOrEmpty } from '../../omit-undefined.ts';
import { line } from '../../text/normalize.ts';
import { httpUrl } from '../../url.ts';
import { htmlToLine } from '../html/to-text.ts';
import { parsePerson } from '../person.ts';
import { type Picture, widest } from '../pictures.ts';
import { withoutProtectedPrefix } from '../protected.ts';
import type { RefinedContext, Refinements } from '../refinements.ts';
import { parseCount, type RawItem, toAttachment, toFeed, toItem } from '../to-item.ts';
import {
  asList,
  asObject,
  asObjects,
  asPositiveNumber,
  asText,
  asTextOrNumber,
  type JsonObject,
} from './values.ts';

const rendered = (value: unknown): string | undefined => asText(asObject(value).rendered);

/** Whether a value comes from WordPress: a list of posts, pages or media, possibly empty, or a single one. */
function isWordPress(value: unknown): boolean {
  const [first] = asList(value);
  if (Array.isArray(value) && !first) return true;
  const { id, link, title, guid } = asObject(first);
  return (
    id !== undefined &&
    (rendered(title) !== undefined || rendered(guid) !== undefined || asText(link) !== undefined) &&
    asObject(first).type !== undefined
  );
}

const plainText = (html: string | undefined): string | undefined => html && htmlToLine(html);

/** A date with its zone, if known. `date` is local time and `date_gmt` is UTC, both without an offset. */
function dateInZone(post: JsonObject, name: 'date' | 'modified'): string | undefined {
  const utc = asText(post[`${name}_gmt`]);
  return utc && !utc.startsWith('0000') ? `${utc}Z` : asTextOrNumber(post[name]);
}

function photoDetails(found: JsonObject, details: JsonObject, base: string): Attachment['_tct'] {
  const small = asObject(asObject(details.sizes).medium);
  return omitUndefinedOrEmpty({
    width: asPositiveNumber(details.width),
    height: asPositiveNumber(details.height),
    thumbnail: httpUrl(asText(small.source_url), base),
    alt: line(asText(found.alt_text), MAX_CHARS.alt),
  });
}

/** The attachment of a media post: a photo with its sizes, or a file. */
function mediaAttachments(found: JsonObject, base: string): RawItem['attachments'] {
  const details = asObject(found.media_details);
  const file = toAttachment(asText(found.source_url), base, {
    mime_type: asText(found.mime_type),
    title: plainText(rendered(found.caption)) ?? plainText(rendered(found.title)),
    size_in_bytes: asPositiveNumber(details.filesize),
    ...(found.media_type === 'image' && { _tct: photoDetails(found, details, base) }),
  });
  return [file];
}

/** The copies of a picture in a media post, with their widths. */
function mediaCopies(media: JsonObject): Picture[] {
  const details = asObject(media.media_details);
  return [
    { ...media, width: details.width },
    ...Object.values(asObject(details.sizes)).map(asObject),
  ].flatMap(({ source_url: url, width }: JsonObject) =>
    asText(url) ? [{ url: asText(url)!, width: asPositiveNumber(width) }] : [],
  );
}

/** Fields in which plugins name a post's picture: Jetpack, Better REST API Featured Images, Spectra and others. */
const PICTURE_FIELD = /featured_(?:image|media)|fimg_url/;

/** A copy as `[url, width, height]` or as a URL. */
function pluginCopy(value: unknown): Picture[] {
  const [url, width] = Array.isArray(value) ? value : [value];
  const isUrl = typeof url === 'string' && /^(?:https?:\/)?\//i.test(url);
  return isUrl ? [{ url, width: asPositiveNumber(width) }] : [];
}

/** Copies of the picture that plugins name: one, a media post, or one for each size. */
function pluginCopies(post: JsonObject): Picture[] {
  return Object.entries(post).flatMap(([name, value]) => {
    if (!PICTURE_FIELD.test(name)) return [];
    const media = Array.isArray(value) ? {} : asObject(value);
    return media.source_url ? mediaCopies(media) : [value, ...Object.values(media)].flatMap(pluginCopy);
  });
}

function postDetails(post: JsonObject, embedded: JsonObject): RawItem {
  return {
    authors: asObjects(embedded.author).map((author) =>
      parsePerson(plainText(asText(author.name)), asText(author.url)),
    ),
    tags: Object.values(asObject(embedded['wp:term']))
      .flatMap(asObjects)
      .map((term) => plainText(asText(term.name))),
    language: line(asText(post.lang), 35),
    // Fields that common counter plugins add.
    views: [post.views, post.post_views, post.views_count]
      .map((value) => parseCount(asTextOrNumber(value)))
      .find(Boolean),
  };
}

function readPost(post: JsonObject, base: string, refinements: Refinements): UnidentifiedItem {
  const embedded = asObject(post._embedded);
  const [featured] = asObjects(embedded['wp:featuredmedia']);
  const isMedia = post.source_url !== undefined;
  const isProtected = asObject(post.content).protected === true;
  const prose = (value: unknown) => {
    const html = rendered(value);
    return html && !isProtected ? { html, base } : undefined;
  };
  const title = plainText(rendered(post.title));
  const image = isMedia ? (post.media_type === 'image' ? post : undefined) : featured;
  const copies = image ? mediaCopies(image) : [];
  const picture = widest(copies.length || isMedia ? copies : pluginCopies(post));
  const parts = {
    guid: rendered(post.guid) ?? asTextOrNumber(post.id),
    link: asText(post.link),
    base,
    title: isProtected && title ? withoutProtectedPrefix(title) : title,
    summary: prose(isMedia ? post.caption : post.excerpt),
    content: prose(isMedia ? post.description : post.content),
    published: dateInZone(post, 'date'),
    modified: dateInZone(post, 'modified'),
    image: picture?.url,
    attachments: isMedia ? mediaAttachments(post, base) : undefined,
    ...postDetails(post, embedded),
  };
  return toItem(parts, refinements);
}

/** Reads the WordPress REST API: `wp/v2/posts?_embed`, `pages` and `media`. Returns undefined for any other value. */
export function readWordPress(value: unknown, source: RefinedContext): Feed | undefined {
  if (!isWordPress(value)) return undefined;
  const { url } = source;
  const home = httpUrl(url.replace(/(?:wp-json\/|index\.php\?rest_route=|\?rest_route=).*$/, ''));
  return toFeed(
    { home_page_url: home, feed_url: httpUrl(url) },
    asObjects(value).map((post) => readPost(post, home ?? url, source)),
    url,
  );
}
