import { html } from 'lit';
import { fold } from '../../core/text/fold.ts';
import { indexOfWord, type Word } from '../../core/text/search.ts';

/** A text with the words that were looked for marked in it. */
export function highlight(text: string, words: readonly Word[]): unknown {
  const shown = text.normalize('NFC');
  const whole = shown.toLowerCase();
  const folded = fold(whole);
  if (!words.length || folded.length !== shown.length) return text;
  const marked = new Uint8Array(shown.length);
  for (const word of words)
    for (let at = indexOfWord(word, whole, folded); at >= 0; at = indexOfWord(word, whole, folded, at + 1))
      marked.fill(1, at, at + word.bare.length);
  const parts: unknown[] = [];
  for (let start = 0; start < shown.length; ) {
    let end = start + 1;
    while (end < shown.length && marked[end] === marked[start]) end++;
    const part = shown.slice(start, end);
    parts.push(marked[start] ? html`<mark>${part}</mark>` : part);
    start = end;
  }
  return parts;
}
