import { html, nothing, type TemplateResult } from 'lit';
import type { Column, Pointed } from '../../setup/api.ts';
import type { PointWords } from './point-words.ts';

/** The head cells of the table, each with what its column holds. Nothing where there is no table. */
export function columnNames(
  { heads = [], columns = {} }: Pointed,
  words: PointWords,
  name: (node: number, column: Column | undefined) => void,
): TemplateResult | typeof nothing {
  if (!heads.length) return nothing;
  const options = Object.keys(words.column) as Column[];
  const row = ({ node, text }: { node: number; text: string }, index: number) => {
    const named = options.find((column) => columns[column] === node);
    const label = text || words.columnNumber(index + 1);
    const change = (event: Event) =>
      name(node, ((event.target as HTMLSelectElement).value || undefined) as Column | undefined);
    return html`<li><label><span>${label}</span><select data-head=${node} .value=${named ?? ''} @change=${change}>
      <option value="" ?selected=${!named}>– ${words.unnamed} –</option>
      ${options.map((column) => html`<option value=${column} ?selected=${column === named}>${words.column[column]}</option>`)}
    </select></label></li>`;
  };
  return html`<section class="columns"><h2>${words.columns}</h2><p class="hint">${words.columnsHelp}</p><ul>${heads.map(row)}</ul></section>`;
}
