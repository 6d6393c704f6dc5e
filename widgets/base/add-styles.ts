import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** Adds styles that are loaded when they are used, to an element and to all of its kind that are created later. */
export function addStyles(element: LitElement, ...added: CSSResult[]): void {
  const { elementStyles } = element.constructor as typeof LitElement;
  elementStyles.push(...added.filter((styles) => !elementStyles.includes(styles)));
  adoptStyles(element.renderRoot as ShadowRoot, elementStyles);
}
