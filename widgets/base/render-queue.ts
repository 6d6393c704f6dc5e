/** A render this short goes unnoticed; the next widget follows without a pause. */
const QUICK_RENDER_MS = 2;
const FRAME_MS = 16;

/** Settles when the next widget may render. The first waits until the script that defined it has finished. */
let tail = new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Renders one widget at a time, yielding a frame after a slow one, so that rendering and layout of all widgets on a
 * page do not add up to one long task.
 *
 * @throws whatever `render` throws
 */
export async function queueRender(render: () => void): Promise<void> {
  const previous = tail;
  let done!: () => void;
  tail = new Promise((resolve) => (done = resolve));
  await previous;
  const start = performance.now();
  try {
    render();
  } finally {
    if (performance.now() - start < QUICK_RENDER_MS) done();
    else setTimeout(done, FRAME_MS);
  }
}
