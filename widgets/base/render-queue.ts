/** Milliseconds: of drawing that is not felt, and until the browser has shown what was drawn. */
const QUICK_RENDER_MS = 2;
const FRAME_MS = 16;

/** Over when the next may draw; the first when the script that brought it has come to its end. */
let turn = new Promise<void>((resolve) => setTimeout(resolve));

/**
 * One widget draws after the other, with a frame after what takes long: what all of a page draw, and what the browser
 * then lays out, is a long task only together.
 *
 * @throws what `draw` throws
 */
export async function renderInTurn(draw: () => void): Promise<void> {
  const before = turn;
  let over!: () => void;
  turn = new Promise((resolve) => (over = resolve));
  await before;
  const begun = performance.now();
  try {
    draw();
  } finally {
    if (performance.now() - begun < QUICK_RENDER_MS) over();
    else setTimeout(over, FRAME_MS);
  }
}
