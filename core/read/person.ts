import type { Author } from '../model/feed.ts';
import { line, oneLine } from '../text/normalize.ts';
import { httpUrl } from '../url.ts';

const MAIL = /(?:mailto:)?[^\s<>()"]+@[^\s<>()"]+/i;
const EMPTY_PAIR = /<\s*>|\(\s*\)|\[\s*\]|"\s*"/g;
/** Separators between a name and its mail address. */
const EDGES = /^[\s,;:<>–-]+|[\s,;:<>–-]+$/g;
const BRACKETED = /^(?:\((.*)\)|"(.*)"|\[(.*)\])$/;

/** Parses `mail@host (Name)`, `Name <mail@host>`, `Name (mail@host)` or a name alone (RSS 2.0, `author`). */
export function parsePerson(text: string | undefined, url?: string, base?: string): Author | undefined {
  const words = line(text, 200);
  if (!words) return undefined;
  const home = httpUrl(url, base);
  // Fast path: most values are only a name.
  const name = /[@"(<[]/.test(words) ? line(nameBesideMail(words)) : words;
  return name ? { name, ...(home && { url: home }) } : undefined;
}

/** The name beside a mail address, or the address if there is no name. */
function nameBesideMail(words: string): string {
  const mail = MAIL.exec(words)?.[0] ?? '';
  const rest = oneLine(words.replace(mail, ' ').replace(EMPTY_PAIR, ' ')).replace(EDGES, '');
  const [, ...inner] = BRACKETED.exec(rest) ?? [];
  return inner.find(Boolean)?.trim() || rest || mail.replace(/^mailto:/i, '');
}

/** Parses one person, or several if there are several mail addresses: `a@host (A), b@host (B)`. */
export function parsePeople(text: string | undefined): Author[] {
  const each = /@.*@/.test(text ?? '') ? text!.split(/[,;]/) : [text];
  return each.map((part) => parsePerson(part)).filter((found) => found !== undefined);
}
