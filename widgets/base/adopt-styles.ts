import type { CSSResult, LitElement } from 'lit';

/** Gives an element its styles again in a document that has adopted it: a style sheet belongs to the document it was made for. */
export function adoptStyles(element: LitElement): void {
  const page = element.ownerDocument.defaultView;
  const { elementStyles } = element.constructor as typeof LitElement;
  // A document that is not shown has no window.
  if (page && element.shadowRoot)
    element.shadowRoot.adoptedStyleSheets = (elementStyles as CSSResult[]).map(({ cssText }) => {
      const sheet = new page.CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
}
