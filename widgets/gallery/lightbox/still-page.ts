/** How far an arrow key scrolls a long caption. */
const ARROW_SCROLL_PX = 40;
/** Share of a long caption that Space scrolls by. */
const PAGE_SHARE = 0.9;

/** The caption, if it is too long for its box and therefore scrolls. */
const longCaption = ({ target }: Event): Element | null => (target as Element).closest('p[tabindex]');

const onWheel = (event: WheelEvent): void => {
  const { ctrlKey, deltaX, deltaY } = event;
  const scrollsCaption = longCaption(event) && Math.abs(deltaY) > Math.abs(deltaX);
  // Ctrl zooms the page, except on the photo.
  if (!ctrlKey && !scrollsCaption) event.preventDefault();
};

const onKey = (event: KeyboardEvent): void => {
  const { altKey, ctrlKey, key, metaKey, shiftKey, target } = event;
  if (altKey || ctrlKey || metaKey || (target as Element).matches('button,input')) return;
  const caption = longCaption(event);
  if (caption) {
    const page = PAGE_SHARE * caption.clientHeight * (shiftKey ? -1 : 1);
    const by = { ' ': page, ArrowUp: -ARROW_SCROLL_PX, ArrowDown: ARROW_SCROLL_PX }[key];
    if (by === undefined) return;
    caption.scrollBy(0, by);
    event.stopImmediatePropagation();
  } else if (key !== ' ') return;
  event.preventDefault();
};

/**
 * Keeps the page behind a modal dialog from moving. Wheel and Space scroll the page where the dialog itself does not
 * scroll, in Firefox on all of it; `touch-action` in the styles does the same for fingers.
 */
export function keepPageStill(dialog: HTMLDialogElement): void {
  dialog.addEventListener('wheel', onWheel);
  dialog.addEventListener('keydown', onKey);
}
