import { parseAttributes } from '../markup/attributes.ts';

/** A quick check before a tag's attributes are parsed. */
const MAYBE_HIDDEN = /hidden|none|mso-hide|screen-reader|sr-only|invisible|post-pass/i;
const HIDDEN_CLASS =
  /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|element-invisible|post-password-form)(?:\s|$)/;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;

/** Whether these attributes hide their element. */
export function hasHidingAttributes(given: Map<string, string>): boolean {
  return given.has('hidden') || NOT_SHOWN.test(given.get('style') ?? '');
}

/** Whether a tag hides its content from sighted users. */
export function hidesContent(raw: string): boolean {
  if (!MAYBE_HIDDEN.test(raw)) return false;
  const given = parseAttributes(raw);
  return hasHidingAttributes(given) || HIDDEN_CLASS.test(given.get('class') ?? '');
}

/** Elements whose end tag is optional. The next one of their kind ends them; any block ends a paragraph. */
const OPEN_ENDED = /^(?:p|li|dt|dd|tr|td|th)$/;
/** Elements whose end tag also closes all elements inside. */
const CONTAINER =
  /^(?:div|ul|ol|dl|table|blockquote|section|article|aside|figure|form|fieldset|center|main)$/;

/** Finds the end of a hidden element. Pass it every tag after the opening one. */
export class HiddenElement {
  /** Open elements of this name, including this one. */
  #depth = 1;
  /** Open containers inside. */
  #containers = 0;

  constructor(readonly name: string) {}

  /** Whether a tag ends the element: its end tag, its container's, or a tag that it cannot contain. */
  endsAt(name: string, isBlock: boolean, closing: boolean): boolean {
    if (closing)
      return name === this.name ? --this.#depth === 0 : CONTAINER.test(name) && this.#containers-- === 0;
    if (
      OPEN_ENDED.test(this.name) &&
      !this.#containers &&
      (name === this.name || (this.name === 'p' && isBlock))
    )
      return true;
    if (name === this.name) this.#depth++;
    else if (CONTAINER.test(name)) this.#containers++;
    return false;
  }
}
