import { type Label, setFact } from '../../../core/documents/labels.ts';
import type { DocumentFacts } from '../../../core/model/feed.ts';
import { line } from '../../../core/text/normalize.ts';
import { headLabelOf } from './head-labels.ts';

/** The facts that are dates. */
export const DATE_FACTS = ['issued', 'effective', 'expires'] as const;

/** The facts that a page states about one document. */
export interface StatedFacts {
  facts: DocumentFacts;
  /** The dates among the facts as written, since their order of day and month is decided for the whole page. */
  written?: Partial<Record<(typeof DATE_FACTS)[number], string>>;
  title?: string;
  summary?: string;
  /** The date of publication, as written on the page. */
  published?: string;
}

/** Adds the fact in a labelled cell or line. The first statement of a fact wins. */
export function addFact(stated: StatedFacts, label: Label, text: string): void {
  if (label === 'title' || label === 'summary') stated[label] ??= line(text);
  else if (label === 'published') stated.published ??= line(text, 200);
  else {
    const { facts } = stated;
    const before = { ...facts };
    setFact(facts, label, text);
    for (const fact of DATE_FACTS)
      if (facts[fact] !== before[fact]) stated.written = { ...stated.written, [fact]: line(text, 200) };
  }
}

/** Number of facts, title and summary included. One or two are not a form: any page may have a word like a label. */
export function countFacts({ facts, title, summary }: StatedFacts): number {
  return Object.keys(facts).length + Number(Boolean(title)) + Number(Boolean(summary));
}

/** Labels that may stand on a line of their own without a colon, as in a definition list. */
const STANDALONE_LABELS = new Set<Label>([
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

/** Reads labelled lines: `Số ký hiệu: 12/KH-TCT`, or the label on one line and the value on the next. */
export function readLines(lines: readonly string[]): StatedFacts {
  const stated: StatedFacts = { facts: {} };
  for (const [index, text] of lines.entries()) {
    const colon = text.indexOf(':');
    const label = headLabelOf(colon < 0 ? text : text.slice(0, colon));
    if (!label) continue;
    const own = colon < 0 ? '' : text.slice(colon + 1).trim();
    const value = own || (colon >= 0 || STANDALONE_LABELS.has(label) ? lines[index + 1] : undefined);
    // A label followed by another label is a form to fill in, such as a search.
    if (value && !headLabelOf(value.split(':')[0]!)) addFact(stated, label, value);
  }
  return stated;
}
