import type { Draft } from '../../identity/in-feed.ts';
import type { Attachment, Feed } from '../../model/feed.ts';
import { line } from '../../text/normalize.ts';
import { safeLink } from '../../url.ts';
import { EVERYTHING } from '../fields.ts';
import { htmlLine } from '../html/to-text.ts';
import { person } from '../person.ts';
import { attachment, composeFeed, composeItem, count, type Parts } from '../to-item.ts';
import { filled, type Json, list, number, object, scalar, string } from './values.ts';

const rendered = (value: unknown): string | undefined => string(object(value).rendered);

/** Whether an answer is WordPress's: a list of posts, pages or media, an empty one too, or one of them. */
function isWordPress(value: unknown): boolean {
  const [first] = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) && !first) return true;
  const { id, link, title, guid } = object(first);
  return (
    id !== undefined &&
    (rendered(title) !== undefined || rendered(guid) !== undefined || string(link) !== undefined) &&
    object(first).type !== undefined
  );
}

const plain = (html: string | undefined): string | undefined => html && htmlLine(html);

/** `date` is the site's local time without an offset; `date_gmt` is UTC, also without one. */
function date(post: Json, name: 'date' | 'modified'): string | undefined {
  const utc = string(post[`${name}_gmt`]);
  return utc && !utc.startsWith('0000') ? `${utc}Z` : string(post[name]);
}

function photo(found: Json, details: Json, base: string): Attachment['_tct'] {
  const small = object(object(details.sizes).medium);
  return filled({
    width: number(details.width),
    height: number(details.height),
    thumbnail: safeLink(string(small.source_url), base),
    alt: line(string(found.alt_text), 300),
  });
}

/** A photo with its sizes, or a file. */
function media(found: Json, base: string): Parts['attachments'] {
  const details = object(found.media_details);
  const file = attachment(string(found.source_url), base, {
    mime_type: string(found.mime_type),
    title: plain(rendered(found.caption)) ?? plain(rendered(found.title)),
    size_in_bytes: number(details.filesize),
    ...(EVERYTHING && found.media_type === 'image' && { _tct: photo(found, details, base) }),
  });
  return [file];
}

function moreOf(post: Json, embedded: Json): Parts {
  return {
    authors: list(embedded.author).map((author) => person(plain(string(author.name)), string(author.url))),
    tags: (Array.isArray(embedded['wp:term']) ? embedded['wp:term'] : [])
      .flatMap(list)
      .map((term) => plain(string(term.name))),
    language: line(string(post.lang), 35),
    // Fields that the common counter plugins add.
    views: [post.views, post.post_views, post.views_count].map((value) => count(scalar(value))).find(Boolean),
  };
}

function readPost(post: Json, base: string): Draft {
  const embedded = object(post._embedded);
  const [featured] = list(embedded['wp:featuredmedia']);
  const isMedia = post.source_url !== undefined;
  const secret = object(post.content).protected === true;
  const prose = (value: unknown) => {
    const html = rendered(value);
    return html && !secret ? { html, base } : undefined;
  };
  const image = isMedia ? (post.media_type === 'image' ? post : undefined) : featured;
  return composeItem({
    guid: rendered(post.guid) ?? scalar(post.id),
    link: string(post.link),
    base,
    title: plain(rendered(post.title)),
    summary: prose(isMedia ? post.caption : post.excerpt),
    content: prose(isMedia ? post.description : post.content),
    published: date(post, 'date'),
    modified: date(post, 'modified'),
    image: image && string(image.source_url),
    attachments: isMedia ? media(post, base) : undefined,
    ...(EVERYTHING && moreOf(post, embedded)),
  });
}

/** WordPress REST API, `wp/v2/posts?_embed`, `pages` and `media`. */
export async function readWordPress(value: unknown, url: string): Promise<Feed | undefined> {
  if (!isWordPress(value)) return undefined;
  const home = safeLink(url.replace(/(?:wp-json\/|index\.php\?rest_route=|\?rest_route=).*$/, ''));
  return composeFeed(
    { home_page_url: home, feed_url: safeLink(url) },
    (Array.isArray(value) ? value : [value]).map((post) => readPost(object(post), home ?? url)),
    url,
  );
}
