import { fold } from './text.ts';

/** A letter that carries a mark, so that it stands for itself only. */
function isMarked(letter: string): boolean {
  return fold(letter) !== letter.toLowerCase();
}

/**
 * How people search Vietnamese: a letter typed without marks matches any, one typed with marks matches itself only
 * (`đa` never finds `da`, `da` finds both); NFC and NFD are the same; every word has to occur, anywhere.
 *
 * @returns whether a text matches; every text does where the query has no words
 */
export function matcher(query: string): (text: string) => boolean {
  const words = query.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  const folded = words.map(fold);
  return (text) => {
    const whole = text.normalize('NFC').toLowerCase();
    const bare = fold(whole);
    return words.every((word, index) => {
      const wanted = folded[index]!;
      for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
        // Folding keeps every letter's place, so the marks can be compared where the bare word was found.
        if ([...word].every((letter, offset) => !isMarked(letter) || whole[at + offset] === letter))
          return true;
      }
      return false;
    });
  };
}
