/** The links of all posts in document order, from the shadow trees of the widgets. */
function postLinks(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll('tct-latest-news')].flatMap((widget) => [
    ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[data-key]') ?? []),
  ]);
}

/** The focused element, inside any shadow tree. */
function deepActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The link of the post that has the focus, or that contains the focused element. */
export function focusedPostLink(): HTMLElement | undefined {
  return deepActiveElement()?.closest('li')?.querySelector<HTMLElement>('[data-key]') ?? undefined;
}

/**
 * Remembers which post has the focus. Rendering reuses rows, so the focused row may show another post afterwards.
 *
 * @returns a function that moves the focus back to that post; call it after rendering
 */
export function preserveFocus(root: ParentNode): () => void {
  const element = deepActiveElement();
  const key = focusedPostLink()?.dataset.key;
  return () => {
    if (!key || deepActiveElement() !== element || focusedPostLink()?.dataset.key === key) return;
    postLinks(root)
      .find(({ dataset }) => dataset.key === key)
      ?.focus();
  };
}

/**
 * Moves the focus by a number of posts, or to the first post if none has it.
 *
 * @returns whether there was a post to move to
 */
export function moveFocusBy(root: ParentNode, offset: number): boolean {
  const links = postLinks(root);
  const current = focusedPostLink();
  const target = current ? links[links.indexOf(current) + offset] : links[0];
  target?.focus();
  target?.closest('li')?.scrollIntoView({ block: 'nearest' });
  return !!target;
}
