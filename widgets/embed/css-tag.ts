/**
 * Lit's module of this name as far as the one script needs it: every browser of the floor adopts style sheets, so there
 * is no way round it, nor a word for misuse. The build puts it in the place of Lit's own.
 */
export const supportsAdoptingStyleSheets = true;

export class CSSResult {
  readonly styleSheet = new CSSStyleSheet();

  constructor(text: string) {
    this.styleSheet.replaceSync(text);
  }
}

export const unsafeCSS = (text: string): CSSResult => new CSSResult(text);

export const css = (strings: TemplateStringsArray, ...values: unknown[]): CSSResult =>
  new CSSResult(String.raw({ raw: strings }, ...values));

export const getCompatibleStyle = (style: CSSResult): CSSResult => style;

export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
}
