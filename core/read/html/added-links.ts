import { oneLine } from '../../text/normalize.ts';
import { isReadMore } from '../boilerplate.ts';

/** Links to the rest of a post, by their class. */
const MORE_LINK =
  /\bclass\s*=\s*["']?[^"'>]{0,200}(?<![\w-])(?:more-link|read-?more|moretag|readon)(?![\w-])/i;
/** Links to the other posts of a term, as WordPress and Drupal mark them. */
const TERM_LINK = /\brel\s*=\s*["']?[^"'>]{0,200}\btag\b|\/taxonomy\/term\//i;
const ENDS_WITHIN_SENTENCE = /[\p{L}\d,]\s*$/u;
const BEGINS_WITH_CAPITAL = /^\P{L}*\p{Lu}/u;
/** Brackets around a link and bars before it. */
const OPENING = /(?<![\s([|])[\s([|]+$/;

/** Finds links that software adds to the end of a line: to the rest of a post, or to its terms. */
export class AddedLinks {
  /** The links that end the line: the text between each tag's name and `>`, and where the link begins in the line. */
  #links: [raw: string, start: number][] = [];
  #isOpen = false;

  open(raw: string, line: string): void {
    this.#links.push([raw, line.length]);
    this.#isOpen = true;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** Words follow: then the links before are part of a sentence. */
  addWords(words: string): void {
    if (this.#links.length && !this.#isOpen && /[\p{L}\d]/u.test(words)) this.#links = [];
  }

  /** Returns the line without such links at its end, unless they are the end of a sentence. */
  endLine(line: string): string {
    if (!this.#links.length) return line;
    let end = line.length;
    let isSure = false;
    for (const [raw, start] of this.#links.reverse()) {
      const label = oneLine(line.slice(start, end));
      const isMore = MORE_LINK.test(raw);
      if (label && !isMore && !TERM_LINK.test(raw) && !isReadMore(label)) break;
      isSure ||= isMore || (isReadMore(label) && BEGINS_WITH_CAPITAL.test(label));
      end = start;
    }
    this.#links = [];
    const before = line.slice(0, end);
    return end === line.length || (!isSure && ENDS_WITHIN_SENTENCE.test(before))
      ? line
      : before.replace(OPENING, '');
  }
}
