import { html, type TemplateResult } from 'lit';
import type { ListKind } from '../../../core/config/cluster.ts';
import type { SourceReading } from '../../setup/api.ts';
import type { ConsoleWords } from '../words/words.ts';
import { remarksOn } from './remarks.ts';

/** What is missing in a source, in words; or that nothing is. */
export function remarksList(reading: SourceReading, kind: ListKind, words: ConsoleWords): TemplateResult {
  const { remark, fine } = words.remarks;
  const remarks = remarksOn(reading, kind, Date.now());
  if (!remarks.length) return html`<p class="remarks good">${fine}</p>`;
  return html`<ul class="remarks">${remarks.map((each) => html`<li class=${each.isSerious ? 'trouble' : ''}>${remark(each)}</li>`)}</ul>`;
}
