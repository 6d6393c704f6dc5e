import type { Attachment, Author, DocumentFacts, Feed, Item, Precision, School } from '../feed.ts';
import { hostOf, safeLink } from '../link.ts';
import { filled, type Json, list, number, object, string, strings } from './json.ts';

/** A date as the model writes it, which needs no parser. */
const MODEL_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/;

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
  const found = list(value).flatMap((each) => {
    const url = safeLink(string(each.url), base);
    if (!url) return [];
    const more = object(each._tct);
    return [
      {
        url,
        mime_type: string(each.mime_type) ?? 'application/octet-stream',
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
    ];
  });
  return found.length ? found : undefined;
}

function facts(value: unknown): DocumentFacts | undefined {
  const given = object(value);
  const found = filled(
    Object.fromEntries(
      [
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
      ].map((name) => [name, string(given[name])]),
    ),
  );
  return found as DocumentFacts | undefined;
}

function readItem(value: Json, base: string): Item {
  const more = object(value._tct);
  const tags = strings(value.tags);
  const precision = string(more.precision) as Precision | undefined;
  return {
    id: value.id === undefined || value.id === null ? '' : String(value.id).trim(),
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
        precision: precision && /^(?:day|hour|minute)$/.test(precision) ? precision : undefined,
        views: number(more.views),
        document: facts(more.document),
      }),
    }),
  };
}

/** Whether an item is written as the model writes it, so that nothing has to be worked out from it. */
function isModel(value: Json): boolean {
  return (
    typeof value.content_text === 'string' &&
    string(value.id) !== undefined &&
    [value.date_published, value.date_modified].every(
      (date) => date === undefined || (typeof date === 'string' && MODEL_DATE.test(date)),
    )
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

/** JSON Feed 1 and 1.1. The hub's files are read without loading anything; another's HTML and dates are worked out. */
export async function readJsonFeed(value: Json, base: string): Promise<Feed> {
  const raw = list(value.items);
  let items = raw.map((item) => readItem(item, base));
  if (!raw.every(isModel)) {
    const { finishJsonItems } = await import('./json-items.ts');
    items = await finishJsonItems(items, raw, base);
  }
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: string(value.title) ?? hostOf(base),
    items,
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
}
