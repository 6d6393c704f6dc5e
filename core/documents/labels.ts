import type { DocumentFacts } from '../model/feed.ts';
import { foldWords } from '../text/fold-words.ts';
import { line } from '../text/normalize.ts';
import { parseDay } from '../time/parse-date.ts';
import { findNumber } from './number.ts';

/** What a table column, or a labelled line, contains. */
export type Label =
  | keyof DocumentFacts
  | 'title'
  | 'summary'
  | 'files'
  /** The day it was published on the site. */
  | 'published'
  /** "Hiệu lực": a date or a status, depending on the value. */
  | 'validity'
  /** A known label that is not a fact, such as STT. */
  | 'ignored';

export const DOCUMENT_SUFFIX = '(?: (?:van ban|vb|tai lieu|cong van))?';
/** Patterns of labels, folded and with i for y; specific ones first. */
export const FACT_LABELS: [words: string, label: Label][] = [
  [
    `(?:so(?: va| hoac)? )?ki hieu(?: so)?${DOCUMENT_SUFFIX}|so(?: hieu| quiet dinh)?${DOCUMENT_SUFFIX}`,
    'number',
  ],
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
  [`(?:the )?loai${DOCUMENT_SUFFIX}|ten loai|hinh thuc${DOCUMENT_SUFFIX}`, 'type'],
  ['linh vuc(?: van ban)?', 'field'],
  ['(?:co quan|cq|don vi|noi|cap)(?: ban hanh| bh)(?: van ban)?', 'issuer'],
  ['nguoi ki(?: van ban| ban hanh| duiet)?', 'signer'],
  ['thai the(?: cho)?(?: van ban)?', 'replaces'],
];
/** Compiles patterns for `findLabel`. Order counts: the first match wins. */
export const compileLabels = (labels: readonly [words: string, label: Label][]) =>
  labels.map(([words, label]) => [new RegExp(`^(?:${words})$`), label] as const);
const PROSE_LABELS = compileLabels(FACT_LABELS);

const MAX_LABEL_CHARS = 40;

/**
 * Recognises a label. Ignores diacritics, case, punctuation, and y in place of i.
 *
 * @param among patterns to match; the default suits prose, where "Thời gian:" is ambiguous
 */
export function findLabel(
  text: string,
  among: ReturnType<typeof compileLabels> = PROSE_LABELS,
): Label | undefined {
  if (!text || text.length > MAX_LABEL_CHARS) return undefined;
  const words = foldWords(text).replace(/y/g, 'i');
  return words ? among.find(([pattern]) => pattern.test(words))?.[1] : undefined;
}

function validityStatus(text: string): DocumentFacts['status'] {
  const words = foldWords(text);
  return /het hieu luc/.test(words)
    ? 'expired'
    : /con hieu luc|dang co hieu luc/.test(words)
      ? 'valid'
      : undefined;
}

/** Sets the fact that a label names. The first value wins; invalid dates are ignored. */
export function setFact(facts: DocumentFacts, label: Label, text: string): void {
  const words = line(text, 200);
  if (!words) return;
  switch (label) {
    case 'number':
    case 'replaces':
      facts[label] ??= findNumber(words) ?? line(words, 60);
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
      const status = validityStatus(words);
      if (status) facts.status ??= status;
      else if (label === 'validity') setFact(facts, 'effective', words);
      break;
    }
  }
}
