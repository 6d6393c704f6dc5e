/**
 * The nearest `lang` of an element or around it, also outside the shadow roots that it is in; empty if there is none.
 *
 * @param observer is made to observe all that it depends on
 */
export function inheritedLang(element: Element, observer: MutationObserver): string {
  const root = element.getRootNode();
  observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
  const holder = element.closest('[lang]');
  // In a form, a field's name can hide the form's `lang` and its methods.
  if (holder) return Element.prototype.getAttribute.call(holder, 'lang')!;
  return root instanceof ShadowRoot ? inheritedLang(root.host, observer) : '';
}
