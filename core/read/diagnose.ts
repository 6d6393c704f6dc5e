import { line } from '../text/normalize.ts';
import { challengeTitle, pageTitle } from './challenge.ts';
import { htmlToLine, htmlToText } from './html/to-text.ts';
import { asObject, asText } from './json/values.ts';
import { type FeedErrorCode, NotAFeedError } from './not-a-feed.ts';
import { parseXml } from './xml/parse.ts';

/** First bytes, as Latin-1, of files that are served instead of a feed. */
const SIGNATURES: [RegExp, string][] = [
  [/^%PDF/, 'PDF'],
  [/^PK\x03\x04/, 'ZIP, DOCX, XLSX'],
  [/^\x1f\x8b/, 'gzip'],
  [/^\x89PNG/, 'PNG'],
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^GIF8/, 'GIF'],
  [/^RIFF/, 'WebP'],
];

/** Messages on pages that CMSs, servers and firewalls send instead of a feed, often with status 200. */
const KNOWN_MESSAGES: [FeedErrorCode, RegExp][] = [
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

/** Elements that an HTML page, or a warning printed as HTML, begins with. */
const HTML_ELEMENT =
  /^(?:html:)?(?:html|head|body|title|meta|link|script|style|div|p|h\d|b|br|center|table|font|pre)$/;
/** Characters of a body that are examined. */
const MAX_HEAD_CHARS = 20_000;

function knownMessage(words: string): NotAFeedError | undefined {
  for (const [code, pattern] of KNOWN_MESSAGES) {
    const found = pattern.exec(words);
    if (found) return new NotAFeedError(code, found[0]);
  }
  return undefined;
}

function diagnoseHtml(head: string): NotAFeedError {
  const title = pageTitle(head);
  const words = htmlToLine(head, 600) ?? '';
  return knownMessage(`${title} ${words}`) ?? new NotAFeedError('html', title ?? words.slice(0, 100), !title);
}

function diagnoseText(text: string): NotAFeedError {
  const words = htmlToLine(text, 100) ?? line(text, 100) ?? '';
  return knownMessage(words) ?? new NotAFeedError('text', words, true);
}

function diagnoseJson(text: string): NotAFeedError {
  try {
    const value = asObject(JSON.parse(text));
    const message = line(asText(value.message) ?? asText(value.title) ?? asText(value.error), 200);
    return message
      ? new NotAFeedError('message', message, true)
      : new NotAFeedError('json', line(Object.keys(value).join(', '), 100), true);
  } catch {
    return new NotAFeedError('text', line(text.replace(/[{}]/g, ' '), 100), true);
  }
}

/**
 * Determines what a body is instead of a feed.
 *
 * @param text `body` decoded
 */
export function diagnose(text: string, body: Uint8Array | string): NotAFeedError {
  const start = typeof body === 'string' ? body.slice(0, 8) : String.fromCharCode(...body.subarray(0, 8));
  const binary = SIGNATURES.find(([pattern]) => pattern.test(start))?.[1];
  if (binary) return new NotAFeedError('binary', binary);
  const head = text.slice(0, MAX_HEAD_CHARS).replace(/\0/g, '').trim();
  if (!head) return new NotAFeedError('empty');
  if (/^[{[]/.test(head)) return diagnoseJson(text);
  const challenge = challengeTitle(text);
  if (challenge !== undefined) return new NotAFeedError('challenge', challenge);
  const [root] = parseXml(head).children;
  if (!root || !(head.startsWith('<') || /<(?:html|head|body|title)\b/i.test(head)))
    return diagnoseText(head);
  const message = root.child('message') ?? root.child('faultstring');
  // WordPress escapes this message twice.
  if (message) return new NotAFeedError('message', htmlToLine(htmlToText(message.text()).text, 200), true);
  return HTML_ELEMENT.test(root.name) || /<!doctype html/i.test(head)
    ? diagnoseHtml(head)
    : new NotAFeedError('xml', line(root.name, 200), true);
}
