import { type Label, type Stated, setFact } from '../../core/document-labels.ts';
import { headLabelOf } from './head-labels.ts';

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
    if (value && !headLabelOf(value.split(':')[0]!)) setFact(stated, label, value);
  }
  return stated;
}
