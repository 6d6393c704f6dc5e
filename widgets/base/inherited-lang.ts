/** The nearest `lang` of an element or around it, also outside the shadow roots that it is in; empty if there is none. */
export function inheritedLang(element: Element): string {
  const holder = element.closest('[lang]');
  // In a form, a field's name can hide the form's `lang` and its methods.
  if (holder) return Element.prototype.getAttribute.call(holder, 'lang')!;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inheritedLang(root.host) : '';
}
