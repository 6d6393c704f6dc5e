/** The posts' links, in the order they stand; they are in the widgets' shadow trees. */
function links(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll('tct-latest-news')].flatMap((widget) => [
    ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[data-key]') ?? []),
  ]);
}

/** The element that has the focus, inside whatever shadow tree. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** The link of the post that has the focus, or in which something has. */
export function currentLink(): HTMLElement | undefined {
  const at = focused();
  return at?.closest('li')?.querySelector<HTMLElement>('[data-key]') ?? undefined;
}

/**
 * Keeps the focus with its post, in whatever row that comes to stand: rows are drawn over when others come.
 *
 * @returns to be called when all has been drawn
 */
export function holdFocus(root: ParentNode): () => void {
  const at = focused();
  const key = currentLink()?.dataset.key;
  return () => {
    if (!key || focused() !== at || currentLink()?.dataset.key === key) return;
    links(root)
      .find(({ dataset }) => dataset.key === key)
      ?.focus();
  };
}

/** Moves to the post `by` further on, from none to the first. Says whether there was one. */
export function moveBy(root: ParentNode, by: number): boolean {
  const all = links(root);
  const now = currentLink();
  const to = now ? all[all.indexOf(now) + by] : all[0];
  to?.focus();
  to?.closest('li')?.scrollIntoView({ block: 'nearest' });
  return !!to;
}
