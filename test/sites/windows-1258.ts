/** The letters and combining marks of windows-1258 above ASCII. */
const CP1258 = new Map(
  [
    ...new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128)),
  ].map((letter, index) => [letter, index + 128]),
);

/** A text as old Vietnamese editors saved it. */
export function toWindows1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) {
    const own = letter < '\x80' ? letter.charCodeAt(0) : CP1258.get(letter);
    if (own !== undefined) bytes.push(own);
    // ế becomes ê and a combining acute. As in old editors, a question mark replaces what the charset lacks.
    else {
      const [base = '?', ...marks] = letter.normalize('NFD');
      const tone = marks.find((mark) => CP1258.has(mark));
      const vowel = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
      for (const part of [vowel, tone ?? ''])
        if (part) bytes.push(part < '\x80' ? part.charCodeAt(0) : (CP1258.get(part) ?? 63));
    }
  }
  return Uint8Array.from(bytes);
}
