/** Rewrites style sheets for a page that is shown: what loads, runs or stays above the page is left out. */
import { httpUrl } from '../../../core/url.ts';
import type { ShownAssets } from './assets.ts';
import { type CssToken, tokensOf, tokenText } from './css-tokens.ts';

/** At-rules with rules inside that are kept. Fonts and animations are not. */
const KEPT_BLOCK = /^(?:media|supports|layer|container)$/;
/** Properties that are left out: they run something, hide what scripts would reveal, or hold the page still. */
const DROPPED =
  /^(?:behaviou?r|-ms-behavior|-moz-binding|-?(?:ms-|webkit-)?filter|(?:-\w+-)?(?:animation|transition)(?:-[\w-]+)?|content-visibility|cursor|src|scroll-behavior|will-change)$/;
/** Properties that may show a picture. */
const PICTURE =
  /^(?:background|background-image|list-style|list-style-image|content|border-image|border-image-source|(?:-webkit-)?mask(?:-image)?|--.*)$/;
const KEPT_FUNCTION =
  /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var|env|calc|min|max|clamp|(?:-(?:webkit|moz|o|ms)-)?(?:repeating-)?(?:linear|radial|conic)-gradient|translate(?:3d|[xyz])?|scale(?:3d|[xyz])?|rotate(?:3d|[xyz])?|skew[xy]?|matrix|minmax|repeat|fit-content|counters?|inset|circle|ellipse|polygon)$/i;

/** The URL that begins an `@import`, and what follows. */
function readImport(tokens: readonly CssToken[]): { url: string; rest: CssToken[] } | undefined {
  const [first, ...rest] = tokens.filter(({ type }, index) => index > 0 || type !== 'space').slice(1);
  const [target, ...media] = first?.type === 'space' ? rest : [first, ...rest];
  const isTarget = target?.type === 'url' || target?.type === 'string';
  return isTarget && target.text ? { url: target.text, rest: media as CssToken[] } : undefined;
}

class Rewriter {
  private readonly output: string[] = [];
  private at = 0;

  constructor(
    private readonly tokens: readonly CssToken[],
    private readonly base: string,
    private readonly assets: ShownAssets,
  ) {}

  /** Rules and declarations up to the end of the innermost block. */
  run(): string {
    let depth = 0;
    while (this.at < this.tokens.length) {
      const { part, end } = this.nextPart();
      if (end === '{') {
        if (this.isKeptPrelude(part)) {
          this.output.push(part.map(tokenText).join('').trim(), '{');
          depth++;
        } else this.skipBlock();
        continue;
      }
      this.statement(part);
      if (end === '}' && depth) {
        this.output.push('}');
        depth--;
      }
    }
    this.output.push('}'.repeat(depth));
    return this.output.join('');
  }

  /** The tokens up to the next `;`, `{` or `}` that is not in parentheses; none if the parentheses do not match. */
  private nextPart(): { part: CssToken[]; end: string } {
    const part: CssToken[] = [];
    const open: string[] = [];
    let isSound = true;
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at++]!;
      const { type, text = '' } = token;
      if (type === 'function') open.push(')');
      if (type === 'punctuation') {
        if (!open.length && /[;{}]/.test(text)) return { part: isSound ? part : [], end: text };
        if (/[;{}]/.test(text)) isSound = false;
        if (text === '(') open.push(')');
        else if (text === '[') open.push(']');
        else if (text === '{') open.push('}');
        else if (/[)\]}]/.test(text) && open.pop() !== text) isSound = false;
      }
      part.push(token);
    }
    return { part: isSound && !open.length ? part : [], end: '' };
  }

  private isKeptPrelude(part: readonly CssToken[]): boolean {
    const first = part.find(({ type }) => type !== 'space');
    if (!first || part.some(({ type }) => type === 'url')) return false;
    return first.type !== 'at' || KEPT_BLOCK.test(first.text.toLowerCase());
  }

  private skipBlock(): void {
    for (let depth = 1; depth && this.at < this.tokens.length; this.at++) {
      const { type, text } = this.tokens[this.at]!;
      if (type === 'punctuation' && text === '{') depth++;
      if (type === 'punctuation' && text === '}') depth--;
    }
  }

  private statement(part: readonly CssToken[]): void {
    const first = part.find(({ type }) => type !== 'space');
    if (first?.type === 'at') {
      if (first.text.toLowerCase() === 'import') this.importSheet(part);
    } else if (first?.type === 'ident') this.declaration(part, first.text.toLowerCase());
  }

  private importSheet(part: readonly CssToken[]): void {
    const { url, rest = [] } = readImport(part) ?? {};
    const path = this.assets.path(httpUrl(url, this.base), 'style');
    const isPlain = rest.every(({ type }) => /^(?:space|ident|number|punctuation)$/.test(type));
    // The space is for Chromium, which looks for imports before it parses the sheet.
    if (path) this.output.push(`@import "${path}" ${isPlain ? rest.map(tokenText).join('').trim() : ''};`);
  }

  private declaration(part: readonly CssToken[], property: string): void {
    const colon = part.findIndex(({ type, text }) => type === 'punctuation' && text === ':');
    const before = part.slice(0, colon).filter(({ type }) => type !== 'space');
    if (colon < 0 || before.length !== 1 || DROPPED.test(property)) return;
    const value = part.slice(colon + 1);
    const words = value.map(({ type, text = '' }) => (type === 'function' ? `${text}(` : text).toLowerCase());
    if (property === 'position' && words.some((word) => /fixed|sticky|\($/.test(word))) return;
    // A backslash at the end of IE's hacks; progid:…, and whatever else is no value.
    if (value.some(({ type, text = '' }) => type === 'punctuation' && /[\\:@<>]/.test(text))) return;
    const written: string[] = [];
    for (const token of value) {
      if (token.type === 'at') return;
      if (token.type === 'function' && !KEPT_FUNCTION.test(token.text)) return;
      if (token.type !== 'url') written.push(tokenText(token));
      else {
        if (!PICTURE.test(property)) return;
        const path = this.assets.path(httpUrl(token.text, this.base), 'picture');
        written.push(path ? `url("${path}")` : 'none');
      }
    }
    this.output.push(`${tokenText(before[0]!)}:${written.join('').trim()};`);
  }
}

/**
 * Rewrites a style sheet, or the declarations of a `style` attribute: what it loads gets a path of this server, what it
 * does besides showing the page is left out. Escapes and unclosed blocks are resolved, so the result means the same to
 * every parser, and contains nothing that ends a `<style>`.
 *
 * @param base URL that its own are relative to
 */
export const rewriteCss = (css: string, base: string, assets: ShownAssets): string =>
  new Rewriter(tokensOf(css), base, assets).run();
