import type { Attachment, Author, DocumentFacts, Feed, Item, Precision, School } from '../feed.ts';
import { hostOf, safeLink } from '../link.ts';
import { cut, line, mend } from '../text.ts';
import { filled, type Json, list, number, object, scalar, string, strings } from './json.ts';
import { UNKNOWN_TYPE } from './media-type.ts';

/** A date as the model writes it, which needs no parser. */
const MODEL_DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/;

const words = (value: unknown, max?: number) => line(string(value), max);

function authors(value: Json, base: string): Author[] | undefined {
  // Version 1 had one `author`.
  const people = Array.isArray(value.authors) ? list(value.authors) : [object(value.author)];
  const found = people.flatMap((each) => {
    const url = safeLink(string(each.url), base);
    const name = words(each.name, 200) ?? url;
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
        mime_type: string(each.mime_type) ?? UNKNOWN_TYPE,
        ...filled({
          title: words(each.title),
          size_in_bytes: number(each.size_in_bytes),
          duration_in_seconds: number(each.duration_in_seconds),
          _tct: filled({
            width: number(more.width),
            height: number(more.height),
            thumbnail: safeLink(string(more.thumbnail), base),
            alt: words(more.alt, 300),
          }),
        }),
      },
    ];
  });
  return found.length ? found : undefined;
}

const FACTS: (keyof DocumentFacts)[] = ['number', 'type', 'field', 'issuer', 'signer', 'replaces'];
const DAYS: (keyof DocumentFacts)[] = ['issued', 'effective', 'expires'];

function facts(value: unknown): DocumentFacts | undefined {
  const given = object(value);
  const status = string(given.status);
  const found: Json = { status: /^(?:valid|expired|unknown)$/.test(status ?? '') ? status : undefined };
  for (const name of FACTS) found[name] = words(given[name], 200);
  for (const name of DAYS) found[name] = /^\d{4}-\d\d-\d\d$/.exec(string(given[name]) ?? '')?.[0];
  return filled(found);
}

function readItem(value: Json, base: string): Item {
  const more = object(value._tct);
  const tags = strings(value.tags)
    .slice(0, 100)
    .map((tag) => words(tag, 200))
    .filter((tag) => tag !== undefined);
  const precision = string(more.precision) as Precision | undefined;
  return {
    id: scalar(value.id) ?? '',
    content_text: cut(mend(string(value.content_text)?.slice(0, 20_000) ?? ''), 2000),
    ...filled({
      url: safeLink(string(value.url), base),
      external_url: safeLink(string(value.external_url), base),
      title: words(value.title),
      summary: words(value.summary, 600),
      image: safeLink(string(value.image) ?? string(value.banner_image), base),
      banner_image: safeLink(string(value.banner_image), base),
      date_published: string(value.date_published),
      date_modified: string(value.date_modified),
      authors: authors(value, base),
      tags: tags.length ? tags : undefined,
      language: words(value.language, 35),
      attachments: attachments(value.attachments, base),
      _tct: filled({
        school: words(more.school, 100),
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
    list(value.attachments).every((file) => string(file.mime_type)) &&
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
        return [id, { name: words(object(school).name) ?? id, ...(home && { home }) }];
      }),
    ),
  );
}

/** JSON Feed 1 and 1.1. The hub's files are read without loading anything; another's HTML and dates are worked out. */
export async function readJsonFeed(value: Json, base: string): Promise<Feed> {
  const raw = list(value.items);
  let items = raw.map((item) => readItem(item, base));
  if (!raw.every(isModel) || new Set(items.map(({ id }) => id)).size < items.length) {
    const { finishJsonItems } = await import('./json-items.ts');
    items = await finishJsonItems(items, raw, base);
  }
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: words(value.title) ?? hostOf(base),
    items,
    ...filled({
      home_page_url: safeLink(string(value.home_page_url), base),
      feed_url: safeLink(string(value.feed_url), base),
      description: words(value.description, 600),
      next_url: safeLink(string(value.next_url), base),
      icon: safeLink(string(value.icon), base),
      favicon: safeLink(string(value.favicon), base),
      authors: authors(value, base),
      language: words(value.language, 35),
      expired: value.expired === true ? true : undefined,
      _tct: filled({ schools: schools(object(value._tct).schools) }),
    }),
  };
}
