import { parseDay } from '../../core/date.ts';
import { readDocument } from '../../core/document.ts';
import type { DocumentFacts } from '../../core/feed.ts';
import { line } from '../../core/text.ts';
import { plainWords } from './words.ts';

/** What a column or a line of a document's form holds. */
export type Label =
  | keyof DocumentFacts
  | 'title'
  | 'summary'
  | 'files'
  /** The day it was put on the site. */
  | 'published'
  /** "Hiệu lực": a day or a state, as its value shows. */
  | 'validity'
  /** Known, and of no use: STT. */
  | 'nothing';

const OF_DOCUMENT = '(?: (?:van ban|vb|tai lieu|cong van))?';
/** What columns and forms are called, folded, with i for y: the more telling first. */
const LABELS: [words: string, label: Label][] = [
  ['(?:so )?(?:stt|tt|so tt|so thu tu|thu tu)', 'nothing'],
  [
    `(?:so(?: va| hoac)? )?ki hieu(?: so)?${OF_DOCUMENT}|so(?: hieu| quiet dinh)?${OF_DOCUMENT}|ma${OF_DOCUMENT}`,
    'number',
  ],
  [
    '(?:ngai|ngai thang|ngai thang nam|thoi gian)(?: (?:ban hanh|bh|ki|ki ban hanh|van ban|vb|cua van ban))?|ban hanh(?: ngai)?',
    'issued',
  ],
  ['(?:ngai|thoi gian) (?:dang|dang tai|cong bo|cap nhat|xuat ban|gui|dua len)', 'published'],
  ['(?:ngai |thoi diem )?het hieu luc(?: tu)?(?: ngai)?', 'expires'],
  [
    '(?:ngai|thoi diem) (?:bat dau )?(?:co )?hieu luc(?: tu)?|(?:bat dau |co )hieu luc(?: tu)?(?: ngai)?',
    'effective',
  ],
  ['(?:tinh trang|trang thai)(?: hieu luc)?', 'status'],
  ['hieu luc(?: van ban| thi hanh)?', 'validity'],
  [`(?:the )?loai${OF_DOCUMENT}|ten loai|hinh thuc${OF_DOCUMENT}|nhom${OF_DOCUMENT}`, 'type'],
  ['linh vuc(?: van ban)?', 'field'],
  ['(?:co quan|cq|don vi|noi|cap)(?: ban hanh| bh)(?: van ban)?|co quan', 'issuer'],
  ['nguoi ki(?: van ban| ban hanh| duiet)?', 'signer'],
  ['thai the(?: cho)?(?: van ban)?', 'replaces'],
  ['ten(?: (?:van ban|tai lieu|goi|vb|file|tep))?|tieu de|van ban|tai lieu', 'title'],
  ['trich ieu(?: (?:noi dung|van ban))?|noi dung(?: (?:trich ieu|van ban))?|mo ta|ve viec', 'summary'],
  [
    '(?:tai|tai ve|tai xuong|download|xem|link|lien ket|chi tiet|toan van|dinh kem)(?: (?:file|tep|tep tin|tap tin|van ban|ve))?|(?:file|tep|tep tin|tap tin|van ban)(?: (?:dinh kem|van ban|tai ve))?',
    'files',
  ],
];
const PATTERNS = LABELS.map(([words, label]) => [new RegExp(`^(?:${words})$`), label] as const);

/** Characters of the longest label. */
const LONGEST_LABEL = 40;

/** What a header cell, or what stands before a colon, announces; marks, case, spaces and i for y do not count. */
export function labelOf(text: string): Label | undefined {
  if (!text || text.length > LONGEST_LABEL) return undefined;
  const words = plainWords(text).replace(/y/g, 'i');
  return words ? PATTERNS.find(([pattern]) => pattern.test(words))?.[1] : undefined;
}

/** What a page states of one document. */
export interface Stated {
  facts: DocumentFacts;
  title?: string;
  summary?: string;
  /** The words of the day it was put on the site. */
  published?: string;
}

function state(text: string): DocumentFacts['status'] {
  const words = plainWords(text);
  return /het hieu luc/.test(words)
    ? 'expired'
    : /con hieu luc|dang co hieu luc/.test(words)
      ? 'valid'
      : undefined;
}

/** Adds what a cell or line says; the first to say it is believed, a day that is none is not there. */
export function setFact(stated: Stated, label: Label, text: string): void {
  const { facts } = stated;
  const words = line(text, 200);
  if (!words) return;
  switch (label) {
    case 'number':
    case 'replaces':
      facts[label] ??= readDocument(words)?.number ?? line(words, 60);
      break;
    case 'type':
    case 'field':
    case 'issuer':
    case 'signer':
      facts[label] ??= words;
      break;
    case 'issued':
    case 'effective':
    case 'expires': {
      const day = parseDay(words);
      if (day) facts[label] ??= day;
      break;
    }
    case 'status':
    case 'validity': {
      const status = state(words);
      if (status) facts.status ??= status;
      else if (label === 'validity') setFact(stated, 'effective', words);
      break;
    }
    case 'title':
    case 'summary':
      stated[label] ??= line(text);
      break;
    case 'published':
      stated.published ??= words;
      break;
  }
}

/** How many facts are stated: what tells a form from a page that happens to have a label on it. */
export function countFacts({ facts, title, summary }: Stated): number {
  return Object.keys(facts).length + Number(Boolean(title)) + Number(Boolean(summary));
}

/** Labels that stand on a line of their own without a colon, as in a list of terms. */
const ALONE = new Set<Label>([
  'number',
  'issued',
  'effective',
  'expires',
  'status',
  'type',
  'field',
  'issuer',
  'signer',
]);

/** What lines state: `Số ký hiệu: 12/KH-TCT`, or the label on one line and its value on the next. */
export function readLines(lines: readonly string[]): Stated {
  const stated: Stated = { facts: {} };
  for (const [index, text] of lines.entries()) {
    const colon = text.indexOf(':');
    const label = labelOf(colon < 0 ? text : text.slice(0, colon));
    if (!label) continue;
    const own = colon < 0 ? '' : text.slice(colon + 1).trim();
    const value = own || (colon >= 0 || ALONE.has(label) ? lines[index + 1] : undefined);
    // Labels in a row belong to a form that asks.
    if (value && !labelOf(value.split(':')[0]!)) setFact(stated, label, value);
  }
  return stated;
}
