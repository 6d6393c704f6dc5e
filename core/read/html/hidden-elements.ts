import { parseAttributes } from '../markup/attributes.ts';

/** A quick look at a tag that may be hidden, before its attributes are read. */
const MAYBE_HIDDEN = /hidden|none|mso-hide|screen-reader/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;

/** Whether an element with these attributes shows nothing. */
export function isHidden(given: Map<string, string>): boolean {
  return given.has('hidden') || NOT_SHOWN.test(given.get('style') ?? '');
}

/** Whether a tag hides what is in its element from those who see the page. */
export function hidesContent(raw: string): boolean {
  if (!MAYBE_HIDDEN.test(raw)) return false;
  const given = parseAttributes(raw);
  return isHidden(given) || /(?:^|\s)screen-reader-text(?:\s|$)/.test(given.get('class') ?? '');
}

/** Elements whose end tag may be missing: the next of their kind, or for a paragraph any block, ends them. */
const OPEN_ENDED = /^(?:p|li|dt|dd|tr|td|th)$/;
/** Elements that hold others and end everything in them. */
const HOLDER = /^(?:div|ul|ol|dl|table|blockquote|section|article|aside|figure|form|fieldset|center|main)$/;

/** A hidden element that is open: told every tag in it, it knows where it ends. */
export class HiddenElement {
  /** How often its name is open. */
  #depth = 1;
  /** Elements open in it that hold others. */
  #held = 0;

  constructor(readonly name: string) {}

  /** Whether a tag ends it: its own end tag, its holder's, or one of what it cannot hold. */
  endsAt(name: string, isBlock: boolean, closing: boolean): boolean {
    if (closing) return name === this.name ? --this.#depth === 0 : HOLDER.test(name) && this.#held-- === 0;
    if (OPEN_ENDED.test(this.name) && !this.#held && (name === this.name || (this.name === 'p' && isBlock)))
      return true;
    if (name === this.name) this.#depth++;
    else if (HOLDER.test(name)) this.#held++;
    return false;
  }
}
