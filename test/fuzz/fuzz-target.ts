/**
 * Fuzzes one target until its time is over. A process of its own, so that `run.ts` can end it when an input takes
 * forever, and survives when it runs out of memory.
 *
 *     node --import tsx/esm test/fuzz/fuzz-target.ts TARGET SEED MILLISECONDS FILE
 *
 * `FILE` always holds the input that is being read. Prints a line of JSON for each finding, and one with the counts.
 */
import { writeFileSync } from 'node:fs';
import { keptInputs } from './corpus.ts';
import { minimize } from './minimize.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import type { Target } from './target.ts';
import { TARGETS } from './targets/all.ts';

/** An input that takes more time of the processor is reported: real ones take a few milliseconds. */
const SLOW_MS = 2000;
/** Inputs to change, beside the seeds: those with new kinds of results, the latest ones. */
const MAX_POOL = 400;
const MAX_FINDINGS = 10;

export interface Finding {
  error: string;
  /** Base64. */
  input: string;
}

export interface Counts {
  runs: number;
  /** Different kinds of results. */
  kinds: number;
  /** Time of the processor. */
  slowestMs: number;
}

/** The kind of result, or what went wrong. */
async function outcome(target: Target, input: Uint8Array): Promise<string | Error> {
  try {
    return await target.run(input);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The same for inputs that break the same promise. */
const signature = ({ message, stack }: Error) =>
  message.replace(/\d+/g, '').slice(0, 60) + (stack?.match(/at .*?\((?!node:).*?:\d+:\d+\)/)?.[0] ?? '');

async function fuzz(target: Target, seed: number, ms: number, file: string): Promise<void> {
  const random = new Random(seed);
  const seeds = [...(await target.seeds()), ...keptInputs(target.name).values()];
  const pool: Uint8Array[] = [];
  const kinds = new Set<string>();
  const findings = new Set<string>();
  const counts: Counts = { runs: 0, kinds: 0, slowestMs: 0 };
  const report = async (error: Error, input: Uint8Array) => {
    if (findings.has(signature(error))) return;
    findings.add(signature(error));
    const smallest = await minimize(input, async (smaller) => {
      const other = await outcome(target, smaller);
      return other instanceof Error && signature(other) === signature(error);
    });
    const finding: Finding = {
      error: error.stack ?? error.message,
      input: Buffer.from(smallest).toString('base64'),
    };
    console.log(JSON.stringify(finding));
  };
  const end = Date.now() + ms;
  while (Date.now() < end && findings.size < MAX_FINDINGS) {
    const from = pool.length && random.below(2) ? pool : seeds;
    const input = mutate(random.pick(from), random, target.dictionary, random.pick(seeds));
    writeFileSync(file, input);
    const start = process.cpuUsage();
    const result = await outcome(target, input);
    const tookMs = Math.round(process.cpuUsage(start).user / 1000);
    if (result instanceof Error) await report(result, input);
    else if (!kinds.has(result)) {
      kinds.add(result);
      pool.push(input);
      if (pool.length > MAX_POOL) pool.splice(random.below(MAX_POOL), 1);
    }
    counts.slowestMs = Math.max(counts.slowestMs, tookMs);
    if (tookMs > SLOW_MS && !findings.has('slow')) {
      findings.add('slow');
      const error = `It took ${tookMs} ms.`;
      console.log(JSON.stringify({ error, input: Buffer.from(input).toString('base64') } satisfies Finding));
    }
    counts.runs++;
  }
  console.log(JSON.stringify({ ...counts, kinds: kinds.size }));
}

const [name, seed, ms, file] = process.argv.slice(2);
const target = TARGETS.find((each) => each.name === name);
if (!target || !file) throw new Error(`There is no target ${name}.`);
await fuzz(target, Number(seed), Number(ms), file);
