import { html, type TemplateResult } from 'lit';
import { schoolHue } from '../../../core/model/school-hue.ts';
import { schoolLabel } from '../../../core/model/school-labels.ts';

const MAX_INITIALS = 3;

/** The first letters of a school's short name, the last ones if it has many words: HD, THĐ. */
function initials(name: string): string {
  const words = schoolLabel(name).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return words
    .slice(-MAX_INITIALS)
    .map((word) => word[0]!.toUpperCase())
    .join('');
}

/**
 * Renders what stands in for a picture: a school's initials on its colour, which is the same in every widget.
 *
 * @param id of the school
 * @param isAlone whether there is no picture to wait for
 */
export function placeholder(id: string, name: string, isAlone: boolean): TemplateResult {
  return html`<span class=${isAlone ? 'initials alone' : 'initials'} aria-hidden="true" .style=${`--hue:${schoolHue(id)}`}>${initials(name)}</span>`;
}
