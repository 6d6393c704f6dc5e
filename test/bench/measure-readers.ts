import type { Reader } from './reader-contenders.ts';

/** Bytes that a reader reads in one sample: browsers' clocks tick too coarsely for a small feed. */
const SAMPLE = 150_000;

/**
 * Median milliseconds of each reader for each input. Rounds are interleaved, so that a machine that slows down slows
 * all of them. A reader that throws has no number.
 */
export async function measure(
  readers: Record<string, Reader>,
  inputs: Record<string, Uint8Array>,
): Promise<Record<string, Record<string, number | undefined>>> {
  const table: Record<string, Record<string, number | undefined>> = {};
  for (const [input, bytes] of Object.entries(inputs)) {
    const times = Object.fromEntries(Object.keys(readers).map((name) => [name, [] as number[]]));
    const rounds = bytes.length > 1e6 ? 7 : 60;
    const repeats = Math.max(1, Math.round(SAMPLE / bytes.length));
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
        // The first half warms up.
        if (round >= rounds) times[name]!.push((performance.now() - start) / repeats);
      }
    }
    table[input] = Object.fromEntries(
      Object.keys(readers).map((name) => [name, times[name]!.sort((a, b) => a - b)[rounds >> 1]]),
    );
  }
  return table;
}
