import { httpUrl } from '../../../core/url.ts';
import { escapeHtml } from '../../escape-html.ts';
import { backgroundOf } from '../album/background.ts';
import { imagesIn } from '../album/photo.ts';
import type { HtmlPage } from '../html-page.ts';
import { type Element, hasText, isElement, type Node, type Root } from '../tree.ts';
import { keptAttributes, treatmentOf } from './allowed.ts';
import type { ShownAssets } from './assets.ts';
import { controlOf } from './controls.ts';
import { rewriteCss } from './rewrite-css.ts';

/** Elements without content. */
const VOID = /^(?:br|col|hr|img|input|wbr)$/;
/** Longer texts are cut: no page is pointed at there. */
const MAX_TEXT_CHARS = 20_000;
const MAX_STYLE_CHARS = 5000;
const MAX_SHEET_CHARS = 500_000;
/** Attributes of libraries that show an element when one scrolls to it. */
const REVEALED = /^data-(?:aos|sal|sr|scroll|wow|animate|animation|ani|delay)(?:$|-)/;

/** Writes a page's tree. */
export class ShownHtml {
  /** All frames, by the number of their element. */
  readonly frames: { node: number; url: string }[] = [];
  private readonly numbers: ReadonlyMap<Node, number>;
  private readonly output: string[] = [];
  /** The elements whose attributes stand in the document's own. */
  private readonly html: Element | undefined;
  private readonly body: Element | undefined;

  constructor(
    private readonly page: HtmlPage,
    elements: readonly Element[],
    private readonly assets: ShownAssets,
  ) {
    this.numbers = new Map(elements.map((element, index) => [element, index]));
    this.html = elements.find(({ name }) => name === 'html');
    this.body = elements.find(({ name }) => name === 'body');
  }

  write(): { htmlAttributes: string; bodyAttributes: string; body: string } {
    this.children(this.page.root);
    return {
      htmlAttributes: this.html ? this.attributes(this.html) : '',
      bodyAttributes: this.body ? this.attributes(this.body) : '',
      body: this.output.join(''),
    };
  }

  private children({ children }: Element | Root): void {
    for (const child of children) this.node(child);
  }

  private node(node: Node): void {
    if (node.type === 'text') this.output.push(escapeHtml(node.data.slice(0, MAX_TEXT_CHARS)));
    else if (isElement(node)) this.element(node);
    else if (node.type === 'cdata') this.children(node as unknown as Root);
  }

  private element(element: Element): void {
    const { name } = element;
    if (name === 'style') this.styleElement(element);
    else if (name === 'link') this.linkedSheet(element);
    else if (element === this.html || element === this.body) this.children(element);
    else if (name === 'noscript' && isFallback(element)) return;
    else this.written(element);
  }

  private written(element: Element): void {
    const treatment = treatmentOf(element.name);
    if (treatment === 'leave-out') return;
    if (treatment === 'unwrap') this.children(element);
    else if (treatment === 'box') this.box(element);
    else {
      const control = controlOf(element);
      if (element.name === 'input' && element.attribs.type?.trim().toLowerCase() === 'hidden') return;
      const name = control?.name ?? treatment.name;
      this.output.push(`<${name}${this.attributes(element, control?.attributes)}>`);
      if (VOID.test(name)) return;
      if (name === 'textarea') this.output.push(escapeHtml(textOf(element)));
      else this.children(element);
      this.output.push(`</${name}>`);
    }
  }

  /** All attributes of an element, with its number. @param ofControl those that make a control of a form */
  private attributes(element: Element, ofControl?: string): string {
    const { name, attribs } = element;
    const kept = keptAttributes(attribs).filter(
      ([key]) => ofControl === undefined || !/^(?:type|value)$/.test(key),
    );
    const style = this.styleOf(element);
    if (style) kept.push(['style', style]);
    if (Object.keys(attribs).some((key) => REVEALED.test(key))) kept.push(['data-revealed', '']);
    const background = attribs.background && this.picture(this.page.resolveUrl(attribs.background));
    if (background) kept.push(['background', background]);
    if (name === 'a') {
      kept.push(['href', '#'], ['tabindex', '-1']);
      // Not followed by the frame: the console opens it as a page to point at.
      const target = this.page.resolveUrl(attribs.href);
      if (target) kept.push(['data-href', target]);
    }
    if (name === 'details') kept.push(['open', '']);
    if (name === 'img') {
      const source = this.picture(this.imageUrl(element));
      if (source) kept.push(['src', source]);
    }
    const written = kept.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('');
    return ` data-node="${this.numbers.get(element)}"${written}${ofControl ?? ''}`;
  }

  private styleOf(element: Element): string {
    const { style = '' } = element.attribs;
    const declared = style ? rewriteCss(style.slice(0, MAX_STYLE_CHARS), this.page.base, this.assets) : '';
    if (/\burl\(/.test(declared)) return declared;
    const lazy = backgroundOf(this.page, element);
    const path = lazy && !style.includes(lazy) && this.picture(lazy);
    return path ? `${declared}background-image:url("${path}");` : declared;
  }

  /** The picture that a reader of the page would see, as its lazy loader names it. */
  private imageUrl(image: Element): string | undefined {
    const [found] = imagesIn(this.page, image);
    return found?.element === image ? found.copies[0].url : this.page.resolveUrl(image.attribs.src);
  }

  private picture(url: string | undefined): string | undefined {
    return this.assets.path(url, 'picture');
  }

  /** An empty box in place of something that loads or runs. */
  private box(element: Element): void {
    const { name, attribs } = element;
    const url = /^i?frame$/.test(name) ? this.page.resolveUrl(attribs.src) : undefined;
    const kind = /^i?frame$/.test(name) ? 'frame' : 'other';
    const size = (['width', 'height'] as const)
      .filter((side) => /^\d{1,4}$/.test(attribs[side] ?? ''))
      .map((side) => `${side}:${attribs[side]}px;`)
      .join('');
    if (url) this.frames.push({ node: this.numbers.get(element)!, url });
    const classes = keptAttributes(attribs).filter(([key]) => /^(?:class|id)$/.test(key));
    const kept = classes.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('');
    this.output.push(
      `<span data-node="${this.numbers.get(element)}"${kept} data-box="${kind}" style="${size}">${escapeHtml(url ?? '')}</span>`,
    );
  }

  private styleElement(element: Element): void {
    // From the source: the tree keeps only the beginning of long texts. Old pages hide their styles in a comment.
    const css = this.page
      .innerHtml(element)
      .slice(0, MAX_SHEET_CHARS)
      .replace(/^\s*<!--|-->\s*$/g, '');
    this.output.push(
      `<style data-node="${this.numbers.get(element)}"${this.media(element)}>${rewriteCss(css, this.page.base, this.assets)}</style>`,
    );
  }

  private linkedSheet(element: Element): void {
    const { rel = '', href, as = '' } = element.attribs;
    const words = rel.toLowerCase().split(/\s+/);
    // Preloaded sheets are applied by a script.
    const isSheet = words.includes('stylesheet') || (words.includes('preload') && as === 'style');
    const path =
      isSheet && !words.includes('alternate') && this.assets.path(httpUrl(href, this.page.base), 'style');
    if (path)
      this.output.push(
        `<link data-node="${this.numbers.get(element)}" rel="stylesheet"${this.media(element)} href="${path}">`,
      );
  }

  /** The `media` of a style sheet. A script changes `print` to `all` once the sheet is loaded. */
  private media({ attribs: { media = '', onload } }: Element): string {
    return media && !onload && /^[\w\s():,.-]{1,300}$/.test(media) ? ` media="${escapeHtml(media)}"` : '';
  }
}

const textOf = ({ children }: Element): string =>
  children.map((node) => (node.type === 'text' ? node.data : '')).join('');

/** Whether a `<noscript>` only shows the picture before it, for browsers in which no script loads it. */
function isFallback(element: Element): boolean {
  let before = element.previousSibling;
  while (before?.type === 'text' && !before.data.trim()) before = before.previousSibling;
  return (
    !!before && isElement(before) && /^(?:img|picture)$/.test(before.name) && !element.children.some(hasText)
  );
}
