import { parseDay } from './date.ts';
import { numberIn } from './document-number.ts';
import type { DocumentFacts } from './feed.ts';
import { plainWords } from './plain-words.ts';
import { line } from './text.ts';

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
/** What forms, columns and sentences call the facts of a document, folded, with i for y: the more telling first. */
const TELLING: [words: string, label: Label][] = [
  [`(?:so(?: va| hoac)? )?ki hieu(?: so)?${OF_DOCUMENT}|so(?: hieu| quiet dinh)?${OF_DOCUMENT}`, 'number'],
  [
    '(?:ngai|ngai thang|ngai thang nam|thoi gian) (?:ban hanh|bh|ki|ki ban hanh|van ban|vb|cua van ban)|ban hanh ngai',
    'issued',
  ],
  ['(?:ngai |thoi diem )?het hieu luc(?: tu)?(?: ngai)?', 'expires'],
  [
    '(?:ngai|thoi diem) (?:bat dau )?(?:co )?hieu luc(?: tu)?|(?:bat dau |co )hieu luc(?: tu)?(?: ngai)?|hieu luc tu(?: ngai)?',
    'effective',
  ],
  ['(?:tinh trang|trang thai)(?: hieu luc)?', 'status'],
  ['hieu luc(?: van ban| thi hanh)?', 'validity'],
  [`(?:the )?loai${OF_DOCUMENT}|ten loai|hinh thuc${OF_DOCUMENT}`, 'type'],
  ['linh vuc(?: van ban)?', 'field'],
  ['(?:co quan|cq|don vi|noi|cap)(?: ban hanh| bh)(?: van ban)?', 'issuer'],
  ['nguoi ki(?: van ban| ban hanh| duiet)?', 'signer'],
  ['thai the(?: cho)?(?: van ban)?', 'replaces'],
];
/** What they are called at the head of a column or a line of a form, where nothing else can be meant. */
const AT_HEAD: [words: string, label: Label][] = [
  ['(?:so )?(?:stt|tt|so tt|so thu tu|thu tu)', 'nothing'],
  [`ma${OF_DOCUMENT}`, 'number'],
  ['ngai|ngai thang|ngai thang nam|thoi gian|ban hanh', 'issued'],
  ['(?:ngai|thoi gian) (?:dang|dang tai|cong bo|cap nhat|xuat ban|gui|dua len)', 'published'],
  [`nhom${OF_DOCUMENT}`, 'type'],
  ['co quan', 'issuer'],
  ['ten(?: (?:van ban|tai lieu|goi|vb|file|tep))?|tieu de|van ban|tai lieu', 'title'],
  ['trich ieu(?: (?:noi dung|van ban))?|noi dung(?: (?:trich ieu|van ban))?|mo ta|ve viec', 'summary'],
  [
    '(?:tai|tai ve|tai xuong|download|xem|link|lien ket|chi tiet|toan van|dinh kem)(?: (?:file|tep|tep tin|tap tin|van ban|ve))?|(?:file|tep|tep tin|tap tin|van ban)(?: (?:dinh kem|van ban|tai ve))?',
    'files',
  ],
];
const patterns = (labels: typeof TELLING) =>
  labels.map(([words, label]) => [new RegExp(`^(?:${words})$`), label] as const);
const IN_PROSE = patterns(TELLING);
const ALL = patterns([AT_HEAD[0]!, ...TELLING, ...AT_HEAD.slice(1)]);

/** Characters of the longest label. */
const LONGEST_LABEL = 40;

/**
 * What a header cell, or what stands before a colon, announces; marks, case, spaces and i for y do not count.
 *
 * @param prose whether it was found in running text, where "Thời gian:" is said of many things
 */
export function labelOf(text: string, prose = false): Label | undefined {
  if (!text || text.length > LONGEST_LABEL) return undefined;
  const words = plainWords(text).replace(/y/g, 'i');
  return words ? (prose ? IN_PROSE : ALL).find(([pattern]) => pattern.test(words))?.[1] : undefined;
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
      facts[label] ??= numberIn(words) ?? line(words, 60);
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
