import { line } from '../text/normalize.ts';
import { htmlLine, readHtml } from './html/to-text.ts';
import { object, string } from './json/values.ts';
import { type FeedErrorCode, NotAFeed } from './not-a-feed.ts';
import { parseXml } from './xml/parse.ts';

/** First bytes, as Latin-1, of files that are served in place of a feed. */
const SIGNATURES: [RegExp, string][] = [
  [/^%PDF/, 'PDF'],
  [/^PK\x03\x04/, 'ZIP, DOCX, XLSX'],
  [/^\x1f\x8b/, 'gzip'],
  [/^\x89PNG/, 'PNG'],
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^GIF8/, 'GIF'],
  [/^RIFF/, 'WebP'],
];

/** What CMSs, servers and firewalls say on pages that they send instead of a feed, often with status 200. */
const SAYINGS: [FeedErrorCode, RegExp][] = [
  ['origin', /incorrect origin specified/i],
  [
    'database',
    /(?:sorry! )?could not connect to data ?(?:base )?server|error establishing a database connection|lỗi kết nối[^.]{0,20}cơ sở dữ liệu/i,
  ],
  [
    'maintenance',
    /briefly unavailable for scheduled maintenance|(?:hệ thống|trang web|website)[^.]{0,30}bảo trì|under maintenance/i,
  ],
  [
    'refused',
    /hệ thống đang từ chối truy cập[^.]{0,20}|too many requests|access denied|403 forbidden|attention required/i,
  ],
];

/** Elements that a page, or a warning printed in place of one, begins with. */
const PAGE =
  /^(?:html:)?(?:html|head|body|title|meta|link|script|style|div|p|h\d|b|br|center|table|font|pre)$/;
/** Enough of a page to tell what it is. */
const HEAD = 20_000;

function said(words: string): NotAFeed | undefined {
  for (const [code, pattern] of SAYINGS) {
    const found = pattern.exec(words);
    if (found) return new NotAFeed(code, found[0]);
  }
  return undefined;
}

function page(head: string): NotAFeed {
  const title = htmlLine(/<title[^>]*>([\s\S]{0,500}?)<\/title/i.exec(head)?.[1] ?? '', 200);
  const words = htmlLine(head, 600) ?? '';
  return said(`${title} ${words}`) ?? new NotAFeed('html', title ?? words.slice(0, 100));
}

function plain(text: string): NotAFeed {
  const words = htmlLine(text, 100) ?? line(text, 100) ?? '';
  return said(words) ?? new NotAFeed('text', words);
}

function json(text: string): NotAFeed {
  try {
    const answer = object(JSON.parse(text));
    const message = line(string(answer.message) ?? string(answer.title) ?? string(answer.error), 200);
    return message
      ? new NotAFeed('message', message)
      : new NotAFeed('json', line(Object.keys(answer).join(', '), 100));
  } catch {
    return new NotAFeed('text', line(text.replace(/[{}]/g, ' '), 100));
  }
}

/** What a body, and the text it decodes to, is instead of a feed. */
export function diagnose(text: string, body: Uint8Array | string): NotAFeed {
  const start = typeof body === 'string' ? body.slice(0, 8) : String.fromCharCode(...body.subarray(0, 8));
  const binary = SIGNATURES.find(([pattern]) => pattern.test(start))?.[1];
  if (binary) return new NotAFeed('binary', binary);
  const head = text.slice(0, HEAD).replace(/\0/g, '').trim();
  if (!head) return new NotAFeed('empty');
  if (/^[{[]/.test(head)) return json(text);
  const [root] = parseXml(head).children;
  if (!root || !(head.startsWith('<') || /<(?:html|head|body|title)\b/i.test(head))) return plain(head);
  const message = root.child('message') ?? root.child('faultstring');
  // WordPress escapes its message twice.
  if (message) return new NotAFeed('message', htmlLine(readHtml(message.text()).text, 200));
  return PAGE.test(root.name) || /<!doctype html/i.test(head) ? page(head) : new NotAFeed('xml', root.name);
}
