/** Finds the addresses of sites in what a webmaster pastes: a list, a mail, a table, an OPML file. */
import { type Outline, readOutlines } from '../../core/read/xml/opml.ts';
import { line, oneLine } from '../../core/text/normalize.ts';
import { canonicalUrl, httpUrl } from '../../core/url.ts';
import type { Calls } from './api.ts';
import { UserError } from './user-error.ts';

type Addresses = Calls['readAddresses']['result'];

/** Of what is ignored, as much as is needed to recognise it. */
const MAX_IGNORED_CHARS = 100;
const MAX_IGNORED = 50;

/** Browsers take no longer ones; and the time to tell a word grows with the square of its length. */
const MAX_ADDRESS_CHARS = 2000;

const AROUND = /^[\s"'“”‘’«»()[\]{}<>|*•–—-]+|[\s"'“”‘’«»()[\]{}<>|*.,;:!?…–—-]+$/g;
const WITH_SCHEME = /^https?:\/\/[^\s/?#]/i;
/** A host with or without a port and a path. */
const BARE =
  /^(?:localhost|(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?:\p{Ll}{2,}|\d{1,3}))(?::\d{1,5})?(?:[/?#]\S*)?$/iu;
/** Among other words, only these are taken for hosts: “TP.HCM” is none. */
const SURE_HOST = /^www\.|\.(?:vn|com|net|org|edu|gov|info)(?::\d+)?(?:[/?#]|$)/i;
const FILE_NAME = /^[^/]*\.(?:txt|docx?|xlsx?|pdf|html?|jsonc?|opml|xml|csv|jpe?g|png)$/i;
/** What was meant as an address, but is none that can be read. */
const LIKE_ADDRESS = /:\/\/|@|^www\./i;

/** @param isAlone nothing else stands on its line */
function isAddress(word: string, isAlone: boolean): boolean {
  if (WITH_SCHEME.test(word)) return httpUrl(word) !== undefined;
  if (word.includes('@') || FILE_NAME.test(word) || !BARE.test(word)) return false;
  return (isAlone || SURE_HOST.test(word)) && httpUrl(`http://${word}`) !== undefined;
}

/** Collects addresses, each once. */
class Collected {
  private readonly known = new Set<string>();
  private readonly addresses: string[] = [];
  private readonly ignored: string[] = [];

  add(address: string): void {
    const key = canonicalUrl(WITH_SCHEME.test(address) ? address : `http://${address}`);
    if (!this.known.has(key)) this.addresses.push(address);
    this.known.add(key);
  }

  ignore(text: string): void {
    const short = line(text, MAX_IGNORED_CHARS);
    if (short && this.ignored.length < MAX_IGNORED && !this.ignored.includes(short)) this.ignored.push(short);
  }

  get result(): Addresses {
    return { addresses: this.addresses, ignored: this.ignored };
  }
}

function readLine(text: string, collected: Collected): void {
  const words = text
    .split(/[\s,;|]+|(?<=[^/])(?=https?:\/\/)/i)
    .filter((word) => word.length <= MAX_ADDRESS_CHARS)
    .map((word) => word.replace(AROUND, ''))
    .filter(Boolean);
  const found = words.filter((word) => isAddress(word, words.length === 1));
  for (const word of found) collected.add(word);
  const doubtful = words.filter((word) => !found.includes(word) && LIKE_ADDRESS.test(word));
  for (const word of doubtful) collected.ignore(word);
  if (words.length && !found.length && !doubtful.length) collected.ignore(oneLine(text));
}

/** The site of a subscription: its homepage, that of its folder, or else the feed itself. */
function addOutline({ name, feed, home }: Outline, folder: Outline | undefined, collected: Collected): void {
  if (!feed && !home) return;
  const address = [home, folder?.home, feed].find((each) => each && isAddress(each, true));
  if (address) collected.add(address);
  else collected.ignore(name ?? feed ?? '');
}

/**
 * The addresses of sites in a text, in their order, each once; and what was taken for none.
 *
 * @throws UserError if the text is OPML that cannot be read
 */
export function readAddresses(text: string): Addresses {
  const collected = new Collected();
  if (/<opml\b/i.test(text)) {
    try {
      readOutlines(text, (outline, folder) => addOutline(outline, folder, collected));
    } catch {
      throw new UserError(
        {
          vi: 'Tệp OPML này hỏng nên không đọc được. Hãy xuất lại từ trình đọc tin, hoặc dán các địa chỉ.',
          en: 'This OPML file is broken. Export it again from the feed reader, or paste the addresses.',
        },
        'text',
      );
    }
    return collected.result;
  }
  for (const each of text.split(/\r\n?|\n/)) if (!/^\s*(?:#|\/\/)/.test(each)) readLine(each, collected);
  return collected.result;
}
