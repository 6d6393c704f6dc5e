import type { Item } from '../../core/model/feed.ts';
import { type Phrase, phrase, SearchedText } from '../../core/text/phrases.ts';
import type { Store } from '../store/schema.ts';

/** Prepared for the next render, as long as its post is in memory. */
const searchedTexts = new WeakMap<Item, SearchedText>();
const phrases = new Map<string, Phrase | undefined>();

function searchedText(item: Item): SearchedText {
  const known = searchedTexts.get(item);
  if (known) return known;
  const { title = '', summary = '', content_text, _tct } = item;
  const text = new SearchedText([title, summary, content_text, _tct?.document?.number ?? '']);
  searchedTexts.set(item, text);
  return text;
}

function phraseOf(word: string): Phrase | undefined {
  if (!phrases.has(word)) phrases.set(word, phrase(word));
  return phrases.get(word);
}

/** The words, or phrases, that a post's title, text or document number contains; see `phrase` in core. */
export function watchedWords(item: Item, words: readonly string[]): string[] {
  if (!words.length) return [];
  const text = searchedText(item);
  return words.filter((word) => {
    const wanted = phraseOf(word);
    return !!wanted && text.has(wanted);
  });
}

/** The words that the policy and the user watch for, each once however it is typed. */
export function watchWordsOf({ managed, settings }: Store): string[] {
  const byPhrase = new Map<string, string>();
  for (const word of [...(managed?.watch ?? []), ...(settings.watch ?? [])]) {
    const words = phraseOf(word)?.words;
    if (words && !byPhrase.has(words)) byPhrase.set(words, word);
  }
  return [...byPhrase.values()];
}
