/**
 * Splits a style sheet into tokens (CSS Syntax Level 3, section 4), and writes them back in a form that every parser reads
 * alike: escapes are decoded first, so that `u\72l(` is `url(`, and nothing that ends a `<style>` is written.
 */
export type CssToken =
  | { type: 'space' | 'number' | 'punctuation'; text: string }
  | { type: 'ident' | 'function' | 'at' | 'hash' | 'string'; text: string }
  /** Undefined if it is not a well-formed one. */
  | { type: 'url'; text: string | undefined };

const SPACE = /(?:[ \t\r\n\f]+|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)+/y;
const OPEN_COMMENT = /\/\*/y;
const STRING = /"(?:[^"\\\n\r\f]+|\\[\s\S]?)*"?|'(?:[^'\\\n\r\f]+|\\[\s\S]?)*'?/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/iy;
const NAME = /(?:[-\w\u0080-\uffff]+|\\[^\n\r\f])+/y;
const UNQUOTED_URL = /(?:[^)\\]+|\\[\s\S]?)*\)?/y;
const ESCAPE = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r\n|[\n\r\f])|([\s\S])|$)/gi;

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, hex?: string, newline?: string, letter?: string) => {
    if (newline) return '';
    if (!hex) return letter ?? '';
    const code = Number.parseInt(hex, 16);
    return code && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}

const hex = (letter: string) => `\\${letter.codePointAt(0)!.toString(16)} `;

/** A name whose letters all stand for themselves. */
const nameText = (name: string) =>
  /^-?[a-z_\u0080-\uffff][-\w\u0080-\uffff]*$|^--[-\w\u0080-\uffff]*$/i.test(name)
    ? name
    : name.replace(/[^a-z_\u0080-\uffff-]/gi, hex).replace(/^-(?![a-z_\u0080-\uffff\\-])/i, hex);

const stringText = (text: string) => `"${text.replace(/["\\<\0-\x1f\x7f]/g, hex)}"`;

/** Reads tokens one after the other. */
class Tokenizer {
  private at = 0;
  readonly tokens: CssToken[] = [];

  constructor(private readonly css: string) {}

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.css)?.[0];
    if (found) this.at += found.length;
    return found || undefined;
  }

  run(): CssToken[] {
    while (this.at < this.css.length) this.tokens.push(this.next());
    return this.tokens;
  }

  private next(): CssToken {
    if (this.take(SPACE)) return { type: 'space', text: ' ' };
    if (this.take(OPEN_COMMENT)) {
      // It is not closed, and so is the rest.
      this.at = this.css.length;
      return { type: 'space', text: ' ' };
    }
    const string = this.take(STRING);
    if (string) return { type: 'string', text: unescaped(string.slice(1).replace(/(?<!\\)["']$/, '')) };
    // A hyphen may begin a name as well.
    const number = this.take(NUMBER);
    if (number) return { type: 'number', text: number };
    const name = this.take(NAME);
    if (name) return this.named(unescaped(name));
    const sign = this.css[this.at++]!;
    if (sign === '@' || sign === '#') {
      const text = this.take(NAME);
      if (text) return { type: sign === '@' ? 'at' : 'hash', text: unescaped(text) };
    }
    return { type: 'punctuation', text: sign };
  }

  private named(text: string): CssToken {
    if (this.css[this.at] !== '(') return { type: 'ident', text };
    this.at++;
    if (text.toLowerCase() !== 'url') return { type: 'function', text };
    this.take(SPACE);
    const string = this.take(STRING);
    const rest = this.take(UNQUOTED_URL) ?? '';
    if (string)
      return {
        type: 'url',
        text: /^\s*\)$/.test(rest) ? unescaped(string.slice(1, -1)) : undefined,
      };
    const bare = rest.replace(/\)$/, '').trim();
    return { type: 'url', text: /["'(\s]/.test(bare) ? undefined : unescaped(bare) };
  }
}

/** The tokens of a style sheet, or of a part of one. Takes time in proportion to its length. */
export const tokensOf = (css: string): CssToken[] => new Tokenizer(css).run();

/** Writes a token. */
export function tokenText(token: CssToken): string {
  switch (token.type) {
    case 'ident':
      return nameText(token.text);
    case 'function':
      return `${nameText(token.text)}(`;
    case 'at':
      return `@${nameText(token.text)}`;
    case 'hash':
      return `#${token.text.replace(/[^-\w\u0080-\uffff]/g, hex)}`;
    case 'string':
      return stringText(token.text);
    case 'url':
      return `url(${stringText(token.text ?? '')})`;
    case 'punctuation':
      // `<` opens a tag, and a backslash would escape what follows.
      return token.text === '<' ? '< ' : token.text === '\\' ? ' ' : token.text;
    default:
      return token.text;
  }
}
