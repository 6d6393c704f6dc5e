import type { Feed } from '../../core/model/feed.ts';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/;
const CONTROL = /[\0-\x09\x0b-\x1f\x7f]/;

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
      if (!/\.id$/.test(path)) check(value === value.normalize('NFC'), `${path} is not NFC`);
      if (/(?:url|image|icon|thumbnail|home)$/.test(path))
        check(/^https?:\/\//i.test(value), `${path} is ${value}`);
      if (/date_(?:published|modified)$/.test(path)) check(DATE.test(value), `${path} is ${value}`);
      if (/summary$/.test(path)) check(value.length <= 600 && !value.includes('\n'), `${path} is too long`);
      if (/content_text$/.test(path)) check(value.length <= 2000, `${path} is too long`);
    } else if (Array.isArray(value))
      for (const [index, each] of value.entries()) visit(each, `${path}[${index}]`);
    else if (typeof value === 'object' && value)
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
