import { html } from 'lit';
import { fold } from '../../core/text/fold.ts';
import { indexOfWord, type Word } from '../../core/text/search.ts';

/** Renders a text with the searched words in `<mark>`. */
export function highlight(text: string, words: readonly Word[]): unknown {
  const normalized = text.normalize('NFC');
  const lower = normalized.toLowerCase();
  const folded = fold(lower);
  if (!words.length || folded.length !== normalized.length) return text;
  const marked = new Uint8Array(normalized.length);
  for (const word of words)
    for (let at = indexOfWord(word, lower, folded); at >= 0; at = indexOfWord(word, lower, folded, at + 1))
      marked.fill(1, at, at + word.bare.length);
  const parts: unknown[] = [];
  for (let start = 0; start < normalized.length; ) {
    let end = start + 1;
    while (end < normalized.length && marked[end] === marked[start]) end++;
    const part = normalized.slice(start, end);
    parts.push(marked[start] ? html`<mark>${part}</mark>` : part);
    start = end;
  }
  return parts;
}
