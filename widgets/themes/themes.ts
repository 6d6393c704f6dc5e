import { css, type LitElement } from 'lit';
import { addStyles } from '../base/add-styles.ts';
import { readPageLook } from './page-look.ts';

/** The presets. Each sets the tokens that the page has not set, and adds what no token can say. */
const styles = css`
  :host([theme]) :is([part='heading'], [part='title']) {
    font-family: var(--tct-title-font, var(--title-font));
  }
  :host([theme='newspaper']) .root {
    --radius: var(--tct-radius, 0);
    --title-font: Charter, 'Noto Serif', Cambria, Georgia, serif;
  }
  :host([theme='newspaper']) [part='heading'] {
    padding-block: 0.25em;
    border-block: 3px double currentColor;
    border-block-end: 1px solid;
    font-size: 1.35em;
  }
  :host([theme='banner']) .root {
    --radius: var(--tct-radius, 3px);
  }
  :host([theme='banner']) [part='heading'] {
    padding: 0.4em 0.7em;
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--accent-fill);
    color: var(--on-accent);
    font-size: 1.1em;
  }
  :host([theme='card']) .root,
  :host([theme='soft']) .root {
    padding: clamp(0.7em, 5%, 1.3em);
    border-radius: var(--radius);
  }
  :host([theme='card']) .root {
    --radius: var(--tct-radius, 6px);
    border: 1px solid var(--line);
    box-shadow: 0 1px 4px rgb(0 0 0 / 0.12);
  }
  :host([theme='soft']) .root {
    --radius: var(--tct-radius, 12px);
    background: rgb(128 128 128 / 0.09);
  }
  :host([theme='soft']) [part='heading'] {
    padding: 0;
    border: 0;
  }
  :host([theme='soft']) [part='badge'] {
    padding-inline: 0.7em;
    border-radius: 1em;
  }
  :host([theme='contrast']) .root {
    --line: var(--tct-line, currentColor);
    --radius: var(--tct-radius, 0);
    font-size: var(--tct-font-size, 1.0625em);
  }
  :host([theme='contrast']) [part='heading'] {
    border-block-end: 4px solid;
  }
  :host([theme='contrast']) a {
    text-decoration: underline;
    text-underline-offset: 0.18em;
  }
  :host([theme='contrast']) :is(button, .button, input, select) {
    border: 2px solid;
  }
  :host([theme='contrast']) [part='badge'] {
    border-color: currentColor;
    background: none;
    color: inherit;
    font-weight: 700;
  }
`;

/** The tokens that `auto` has set on an element. */
const tokensOf = new WeakMap<LitElement, string[]>();

/** Adds the themes' styles to an element. With `auto`, sets the tokens that the page has not set. */
export function applyTheme(element: LitElement): void {
  addStyles(element, styles);
  for (const token of tokensOf.get(element) ?? []) element.style.removeProperty(token);
  tokensOf.delete(element);
  if (element.getAttribute('theme') !== 'auto') return;
  const known = getComputedStyle(element);
  const look = Object.entries(readPageLook(element)).filter(
    ([token, value]) => value && !known.getPropertyValue(token),
  );
  for (const [token, value] of look) element.style.setProperty(token, value);
  tokensOf.set(
    element,
    look.map(([token]) => token),
  );
}
