import type { Feed } from '../../core/model/feed.ts';
import { MAX_CHARS } from '../../core/model/limits.ts';
import { MAX_ENTRIES } from '../../core/model/max-entries.ts';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/;
/** Controls, C1 included, embeddings and overrides of direction, halves of surrogate pairs. */
const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/u;
const LINK = /(?:url|image|icon|thumbnail|home)$/;

function parses(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** Violations of the model in a feed; empty for a valid one. */
export function faults(feed: Feed): string[] {
  const found: string[] = [];
  const check = (ok: boolean, what: string) => ok || found.push(what);
  check(feed.version === 'https://jsonfeed.org/version/1.1', 'version');
  check(typeof feed.title === 'string' && feed.title !== '', 'title');
  const visit = (value: unknown, path: string): void => {
    check(
      (value !== undefined && value !== null && value !== '') || /content_text$/.test(path),
      `${path} is ${value}`,
    );
    if (typeof value === 'string') {
      check(!CONTROL.test(value), `${path} has control characters`);
      check(value === value.normalize('NFC'), `${path} is not NFC`);
      if (!LINK.test(path)) check(value === value.trim(), `${path} is not trimmed`);
      if (LINK.test(path)) check(/^https?:\/\//i.test(value) && parses(value), `${path} is ${value}`);
      const field = path.split('.').at(-1) as keyof typeof MAX_CHARS;
      if (!LINK.test(path) && field !== 'id')
        check(value.length <= (MAX_CHARS[field] ?? MAX_CHARS.title), `${path} is too long`);
      if (/date_(?:published|modified)$/.test(path)) check(DATE.test(value), `${path} is ${value}`);
      if (!/content_text$/.test(path)) check(!value.includes('\n'), `${path} has several lines`);
    } else if (Array.isArray(value)) {
      check(/items$/.test(path) || value.length <= MAX_ENTRIES, `${path} is too long`);
      for (const [index, each] of value.entries()) visit(each, `${path}[${index}]`);
    } else if (typeof value === 'object' && value)
      for (const [key, each] of Object.entries(value)) visit(each, `${path}.${key}`);
  };
  visit(feed, '');
  check(new Set(feed.items.map(({ id }) => id)).size === feed.items.length, 'ids repeat');
  for (const item of feed.items) {
    check(typeof item.id === 'string' && item.id !== '', 'an item without id');
    check(typeof item.content_text === 'string', 'an item without content_text');
  }
  return found;
}
