import { deepActiveElement, rememberFocus } from '../pages/focus.ts';

/** The links of all posts in document order, from the shadow trees of the widgets. */
function postLinks(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll('tct-latest-news')].flatMap((widget) => [
    ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[data-key]') ?? []),
  ]);
}

const linkOfRow = (element: Element | null): HTMLElement | undefined =>
  element?.closest('li')?.querySelector<HTMLElement>('[data-key]') ?? undefined;

/** The link of the post that has the focus, or that contains the focused element. */
export const focusedPostLink = (): HTMLElement | undefined => linkOfRow(deepActiveElement());

/** Where the focus is in the list: on which post, and on which of its controls. */
interface Place {
  key: string;
  /** `data-act` of the control; undefined for the title. */
  act: string | undefined;
}

function focusedPlace(): Place | undefined {
  const element = deepActiveElement();
  const key = linkOfRow(element)?.dataset.key;
  return key === undefined ? undefined : { key, act: (element as HTMLElement).dataset.act };
}

/** Gives the focus to a control of a post, or to its title if it has no such control. */
function focusPlace(root: ParentNode, { key, act }: Place): boolean {
  const link = postLinks(root).find(({ dataset }) => dataset.key === key);
  const control = act && link?.closest('li')?.querySelector<HTMLElement>(`[data-act="${act}"]`);
  (control || link)?.focus();
  return !!link;
}

const canHaveFocus = (element: Element | null): boolean =>
  !!element?.isConnected && !(element instanceof HTMLButtonElement && element.disabled);

/** The keys from one on: those after it in order, then those before it from the nearest. */
function nearestFirst(keys: readonly string[], key: string): string[] {
  const at = keys.indexOf(key);
  return [...keys.slice(at), ...keys.slice(0, Math.max(at, 0)).reverse()];
}

/**
 * Remembers which post has the focus. Rendering reuses rows, so the focused row may show another post afterwards.
 *
 * @returns a function that moves the focus back to that post, or to its neighbour if it has gone; call it after rendering
 */
export function preserveFocus(root: HTMLElement): () => void {
  const element = deepActiveElement();
  const place = focusedPlace();
  const keys = place ? postLinks(root).map(({ dataset }) => dataset.key!) : [];
  const isInPage = root.contains(element);
  return () => {
    const active = deepActiveElement();
    if (active !== element && active !== document.body) return;
    if (place) {
      if (canHaveFocus(element) && focusedPlace()?.key === place.key) return;
      if (nearestFirst(keys, place.key).some((key) => focusPlace(root, { ...place, key }))) return;
    } else if (!isInPage || canHaveFocus(element)) return;
    root.querySelector('main')?.focus();
  };
}

/** Remembers the focused post with its control, or else the focused element, to give it the focus back later. */
export function rememberPlace(root: ParentNode): () => void {
  const place = focusedPlace();
  const focusElement = rememberFocus();
  return () => {
    if (!place || !focusPlace(root, place)) focusElement();
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
