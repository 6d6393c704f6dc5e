/** Keeps a frame of this origin as high as the page in it. */
function fitToContent(frame: HTMLIFrameElement): void {
  const page = frame.contentWindow as Window & typeof globalThis;
  const root = page.document.documentElement;
  const border = frame.offsetHeight - frame.clientHeight;
  new page.ResizeObserver(() => {
    frame.style.height = `${Math.ceil(root.getBoundingClientRect().height) + border}px`;
  }).observe(root);
}

/** Lets the frames of examples grow with their content; until they have loaded, and without script, they scroll. */
export function fitFrames(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe.live')) {
    frame.onload = () => fitToContent(frame);
    // A frame that was quicker than this script: one that has not begun has the address of an empty page.
    const { readyState, URL } = frame.contentDocument!;
    if (readyState === 'complete' && URL === frame.src) fitToContent(frame);
  }
}
