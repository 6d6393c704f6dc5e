/** The focused element, inside any shadow tree. */
export function deepActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Remembers the focused element, to give it the focus back later. */
export function rememberFocus(): () => void {
  const element = deepActiveElement();
  return () => {
    if (element instanceof HTMLElement && element.isConnected) element.focus();
  };
}
