import {
  compileLabels,
  DOCUMENT_SUFFIX,
  FACT_LABELS,
  findLabel,
  type Label,
} from '../../../core/documents/labels.ts';

/**
 * Further labels for the facts of a document. They are too ambiguous for prose, but not in a column header or before
 * the colon in a form. Folded, with `i` for `y`.
 */
const HEAD_LABELS: [words: string, label: Label][] = [
  ['(?:so )?(?:stt|tt|so tt|so thu tu|thu tu)', 'ignored'],
  [`ma${DOCUMENT_SUFFIX}`, 'number'],
  ['ngai|ngai thang|ngai thang nam|thoi gian|ban hanh', 'issued'],
  ['(?:ngai|thoi gian) (?:dang|dang tai|cong bo|cap nhat|xuat ban|gui|dua len)', 'published'],
  [`nhom${DOCUMENT_SUFFIX}`, 'type'],
  ['co quan', 'issuer'],
  ['ten(?: (?:van ban|tai lieu|goi|vb|file|tep))?|tieu de|van ban|tai lieu', 'title'],
  ['trich ieu(?: (?:noi dung|van ban))?|noi dung(?: (?:trich ieu|van ban))?|mo ta|ve viec', 'summary'],
  [
    '(?:tai|tai ve|tai xuong|download|xem|link|lien ket|chi tiet|toan van|dinh kem)(?: (?:file|tep|tep tin|tap tin|van ban|ve))?|(?:file|tep|tep tin|tap tin|van ban)(?: (?:dinh kem|van ban|tai ve))?',
    'files',
  ],
];
const ALL_LABELS = compileLabels([HEAD_LABELS[0]!, ...FACT_LABELS, ...HEAD_LABELS.slice(1)]);

/** Recognises a column header or the text before a colon. */
export const headLabelOf = (text: string): Label | undefined => findLabel(text, ALL_LABELS);
