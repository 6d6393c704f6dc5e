/** Fits a dialog into the part of the page that is seen when it is zoomed by two fingers. */
export function fitToScreen({ style }: HTMLDialogElement): void {
  const { height = 0, offsetLeft, offsetTop, scale = 1, width = 0 } = visualViewport ?? {};
  const [inlineSize, blockSize, transform] =
    scale > 1
      ? [
          `${width * scale}px`,
          `${height * scale}px`,
          `translate(${offsetLeft}px,${offsetTop}px) scale(${1 / scale})`,
        ]
      : ['', '', ''];
  Object.assign(style, { inlineSize, blockSize, transform });
}

/**
 * Watches whether a modal dialog is hidden with its container, whatever hides that: nothing would be seen, and the page
 * behind the dialog cannot be used. Returns a function that stops watching.
 */
export function watchHidden(dialog: HTMLDialogElement, onHidden: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.at(-1)!.isIntersecting) onHidden();
    },
    // Not the viewport of the outermost page, in which a frame may be scrolled out of view.
    { root: dialog.ownerDocument },
  );
  observer.observe(dialog);
  return () => observer.disconnect();
}
