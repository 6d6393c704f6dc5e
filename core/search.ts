/** For search and comparison: without diacritics, đ as d, lower case. NFC and NFD input give the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[đĐ\u00d0\u00f0]/g, 'd')
    .toLowerCase();
}

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
