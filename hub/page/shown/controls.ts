import { escapeHtml } from '../../escape-html.ts';
import type { Element } from '../tree.ts';

/** Types of `<input>` that look different from a line of text. */
const KEPT_TYPE = /^(?:checkbox|radio|button)$/;
const BUTTON = /^(?:submit|reset|image)$/;
const MAX_LABEL_CHARS = 200;

/** The name and attributes of a control of a form, which is only shown: disabled, without a name or a form. */
export function controlOf({ name, attribs }: Element): { name: string; attributes: string } | undefined {
  if (name === 'button') return { name, attributes: ' type="button" disabled' };
  if (name === 'select' || name === 'textarea' || name === 'option' || name === 'optgroup') {
    const label = attribs.label?.slice(0, MAX_LABEL_CHARS);
    return { name, attributes: ` disabled${label === undefined ? '' : ` label="${escapeHtml(label)}"`}` };
  }
  if (name !== 'input') return undefined;
  const given = (attribs.type ?? '').trim().toLowerCase();
  const type = BUTTON.test(given) ? 'button' : KEPT_TYPE.test(given) ? given : 'text';
  const shown = (type === 'button' ? attribs.value || attribs.alt : attribs.placeholder) ?? '';
  const label = ` ${type === 'button' ? 'value' : 'placeholder'}="${escapeHtml(shown.slice(0, MAX_LABEL_CHARS))}"`;
  return { name, attributes: ` type="${type}" disabled${/^(?:text|button)$/.test(type) ? label : ''}` };
}
