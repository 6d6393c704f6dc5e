const MAX_TRIES = 300;

/**
 * Leaves out of an input what does not matter: halves, quarters and so on, as long as it still fails.
 *
 * @param fails whether a smaller input fails in the same way
 */
export async function minimize(
  input: Uint8Array,
  fails: (smaller: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let smallest = input;
  let tries = 0;
  for (let size = Math.ceil(input.length / 2); size > 0; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < smallest.length && tries < MAX_TRIES; tries++) {
      const smaller = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)]);
      if (await fails(smaller)) smallest = smaller;
      else at += size;
    }
  }
  return smallest;
}
