import type { Attachment, Author, DocumentFacts, Feed, Item, School } from '../feed.ts';
import { hostOf, safeLink } from '../link.ts';
import { isSound } from '../text.ts';
import { filled, type Json, list, number, object, scalar, string, strings } from './json.ts';
import { UNKNOWN_TYPE } from './media-type.ts';

/** Shapes that the model gives to some of its texts, by the name of the field. */
const DAY = /^\d{4}-\d\d-\d\d$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/;
export const SHAPES: Record<string, RegExp> = {
  date_published: DATE,
  date_modified: DATE,
  issued: DAY,
  effective: DAY,
  expires: DAY,
  precision: /^(?:day|hour|minute)$/,
  status: /^(?:valid|expired|unknown)$/,
};
/** Characters that the model allows, by the name of the field. */
export const LENGTHS: Record<string, number> = { summary: 600, content_text: 2000, title: 1000, id: 9000 };
export const LENGTH = 300;

function authors(value: Json, base: string): Author[] | undefined {
  // Version 1 had one `author`.
  const people = Array.isArray(value.authors) ? list(value.authors) : [object(value.author)];
  const found = people.flatMap((each) => {
    const url = safeLink(string(each.url), base);
    const name = string(each.name) ?? url;
    return name ? [{ name, ...(url && { url }) }] : [];
  });
  return found.length ? found : undefined;
}

function attachments(value: unknown, base: string): Attachment[] | undefined {
  const found = list(value).flatMap((each): Attachment[] => {
    const url = safeLink(string(each.url), base);
    const more = object(each._tct);
    return url
      ? [
          {
            url,
            mime_type: string(each.mime_type) ?? UNKNOWN_TYPE,
            ...filled({
              title: string(each.title),
              size_in_bytes: number(each.size_in_bytes),
              duration_in_seconds: number(each.duration_in_seconds),
              _tct: filled({
                width: number(more.width),
                height: number(more.height),
                thumbnail: safeLink(string(more.thumbnail), base),
                alt: string(more.alt),
              }),
            }),
          },
        ]
      : [];
  });
  return found.length ? found : undefined;
}

const FACTS = [
  'number',
  'type',
  'field',
  'issuer',
  'signer',
  'issued',
  'effective',
  'expires',
  'replaces',
  'status',
];

function readItem(value: Json, base: string): Item {
  const more = object(value._tct);
  const tags = strings(value.tags);
  const document = object(more.document);
  return {
    id: scalar(value.id) ?? '',
    content_text: string(value.content_text) ?? '',
    ...filled({
      url: safeLink(string(value.url), base),
      external_url: safeLink(string(value.external_url), base),
      title: string(value.title),
      summary: string(value.summary),
      image: safeLink(string(value.image) ?? string(value.banner_image), base),
      banner_image: safeLink(string(value.banner_image), base),
      date_published: string(value.date_published),
      date_modified: string(value.date_modified),
      authors: authors(value, base),
      tags: tags.length ? tags : undefined,
      language: string(value.language),
      attachments: attachments(value.attachments, base),
      _tct: filled({
        school: string(more.school),
        precision: string(more.precision) as 'day' | undefined,
        views: number(more.views),
        document: filled(
          Object.fromEntries(FACTS.map((name) => [name, string(document[name])])) as DocumentFacts,
        ),
      }),
    }),
  };
}

/** Whether all text is as the model has it: composed, on one line, of its length, and in its shape. */
function isModel(value: unknown, name = ''): boolean {
  if (typeof value !== 'string')
    return Object.entries(object(value)).every(([key, each]) => isModel(each, Number(key) >= 0 ? name : key));
  // Addresses have been looked at already.
  if (/url|image|thumbnail/.test(name)) return true;
  return (
    value.length <= (LENGTHS[name] ?? LENGTH) &&
    (SHAPES[name]?.test(value) ?? true) &&
    isSound(name === 'content_text' ? value.replace(/\n/g, '') : value)
  );
}

function schools(value: unknown): Record<string, School> | undefined {
  return filled(
    Object.fromEntries(
      Object.entries(object(value)).map(([id, school]) => {
        const home = safeLink(string(object(school).home));
        return [id, { name: string(object(school).name) ?? id, ...(home && { home }) }];
      }),
    ),
  );
}

/**
 * JSON Feed 1 and 1.1. The hub's files, which are the model already, are read without loading anything; what another
 * wrote otherwise, its HTML and its dates, is worked out.
 */
export async function readJsonFeed(value: Json, base: string): Promise<Feed> {
  const raw = list(value.items);
  const feed: Feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: string(value.title) ?? hostOf(base),
    items: raw.map((item) => readItem(item, base)),
    ...filled({
      home_page_url: safeLink(string(value.home_page_url), base),
      feed_url: safeLink(string(value.feed_url), base),
      description: string(value.description),
      next_url: safeLink(string(value.next_url), base),
      icon: safeLink(string(value.icon), base),
      favicon: safeLink(string(value.favicon), base),
      authors: authors(value, base),
      language: string(value.language),
      expired: value.expired === true ? true : undefined,
      _tct: filled({ schools: schools(object(value._tct).schools) }),
    }),
  };
  const ids = new Set(feed.items.map(({ id }) => id));
  const own =
    isModel(feed) &&
    ids.size === raw.length &&
    raw.every(
      ({ id, content_text, attachments: files }) =>
        string(id) && typeof content_text === 'string' && list(files).every((file) => string(file.mime_type)),
    );
  return own ? feed : (await import('./json-items.ts')).finishJsonFeed(feed, raw, base);
}
