import type { CSSResult, LitElement } from 'lit';
import { adoptStyles } from './adopt-styles.ts';

/**
 * Adds styles that are loaded when they are used, to an element and to all of its kind that are created later. Style
 * sheets that were added in another way, such as the lightbox's, stay.
 */
export function addStyles(element: LitElement, ...added: CSSResult[]): void {
  const { elementStyles } = element.constructor as typeof LitElement;
  elementStyles.push(...added.filter((styles) => !elementStyles.includes(styles)));
  const root = element.renderRoot as ShadowRoot;
  const sheets = added.map(({ styleSheet }) => styleSheet!);
  // Layouts ask at every update.
  if (sheets.every((sheet) => root.adoptedStyleSheets.includes(sheet))) return;
  // A style sheet belongs to the document it was made for.
  if (element.ownerDocument === document)
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  else adoptStyles(element);
}
