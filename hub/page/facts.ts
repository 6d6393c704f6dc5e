import { type Label, setFact } from '../../core/documents/labels.ts';
import type { DocumentFacts } from '../../core/model/feed.ts';
import { line } from '../../core/text/normalize.ts';
import { headLabelOf } from './head-labels.ts';

/** What a page states of one document. */
export interface Stated {
  facts: DocumentFacts;
  title?: string;
  summary?: string;
  /** The words of the day it was put on the site. */
  published?: string;
}

/** Adds what a cell or line says; the first to say it is believed. */
export function state(stated: Stated, label: Label, text: string): void {
  if (label === 'title' || label === 'summary') stated[label] ??= line(text);
  else if (label === 'published') stated.published ??= line(text, 200);
  else setFact(stated.facts, label, text);
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
    const label = headLabelOf(colon < 0 ? text : text.slice(0, colon));
    if (!label) continue;
    const own = colon < 0 ? '' : text.slice(colon + 1).trim();
    const value = own || (colon >= 0 || ALONE.has(label) ? lines[index + 1] : undefined);
    // Labels in a row belong to a form that asks.
    if (value && !headLabelOf(value.split(':')[0]!)) state(stated, label, value);
  }
  return stated;
}
