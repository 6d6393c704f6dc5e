import type { Reader } from './reader-contenders.ts';

/** A small feed is read repeatedly until a sample has this many bytes: browsers' clocks are too coarse to time a single parse. */
const MIN_SAMPLE_BYTES = 150_000;

/**
 * The median milliseconds of each reader for each input. Rounds alternate, so that a machine that slows down slows all
 * readers. A reader that throws has no number.
 */
export async function measureReaders(
  readers: Record<string, Reader>,
  inputs: Record<string, Uint8Array>,
): Promise<Record<string, Record<string, number | undefined>>> {
  const table: Record<string, Record<string, number | undefined>> = {};
  for (const [input, bytes] of Object.entries(inputs)) {
    const times = Object.fromEntries(Object.keys(readers).map((name) => [name, [] as number[]]));
    const rounds = bytes.length > 1e6 ? 7 : 60;
    const repeats = Math.max(1, Math.round(MIN_SAMPLE_BYTES / bytes.length));
    const broken = new Set<string>();
    for (let round = 0; round < 2 * rounds; round++) {
      for (const [name, read] of Object.entries(readers)) {
        if (broken.has(name)) continue;
        const start = performance.now();
        try {
          for (let repeat = 0; repeat < repeats; repeat++) await read(bytes);
        } catch {
          broken.add(name);
          continue;
        }
        // The first half of the rounds is the warm-up.
        if (round >= rounds) times[name]!.push((performance.now() - start) / repeats);
      }
    }
    table[input] = Object.fromEntries(
      Object.keys(readers).map((name) => [name, times[name]!.sort((a, b) => a - b)[rounds >> 1]]),
    );
  }
  return table;
}
