/**
 * Lit's module of this name as far as whatever is delivered whole needs it: every browser of the floor adopts style
 * sheets, so there is no way round it, nor a word for misuse. The build puts it in the place of Lit's own.
 */
export const CSSResult = CSSStyleSheet;
export const supportsAdoptingStyleSheets = true;

export function css(strings: TemplateStringsArray, ...values: unknown[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(String.raw({ raw: strings }, ...values));
  return sheet;
}

export const unsafeCSS = (text: string): CSSStyleSheet => css`${text}`;

export const getCompatibleStyle = (sheet: CSSStyleSheet): CSSStyleSheet => sheet;

export function adoptStyles(root: ShadowRoot, sheets: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = sheets;
}
