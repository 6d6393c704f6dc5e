/** Share of a word's letters that may differ. */
const MAX_DIFFERENT = 0.4;

/** Number of letters to insert, remove or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + Number(letter !== other)));
    row = next;
  }
  return row[b.length]!;
}

/**
 * The candidate that a misspelt word most likely stands for: at most two of five letters differ, or one contains the
 * other. Undefined if none is near.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const near = candidates
    .map((candidate) => ({ candidate, letters: distance(typed, candidate.toLowerCase()) }))
    .sort((a, b) => a.letters - b.letters)[0];
  if (near && near.letters <= Math.max(1, Math.floor(typed.length * MAX_DIFFERENT))) return near.candidate;
  return typed.length > 2
    ? candidates.find((candidate) => candidate.includes(typed) || typed.includes(candidate))
    : undefined;
}
