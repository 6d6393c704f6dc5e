import type { Item } from '../../core/model/feed.ts';
import { type Phrase, phrase, SearchedText } from '../../core/text/phrases.ts';
import type { Store } from '../store/schema.ts';

/** The words found in a post before, and in which texts, followed by the words that were searched for. */
interface Found {
  input: readonly string[];
  words: string[];
}

/** For the next render: preparing and searching a long text takes a tenth of a millisecond. */
const foundBefore = new WeakMap<Item, Found>();
const phrases = new Map<string, Phrase | undefined>();

function phraseOf(word: string): Phrase | undefined {
  if (!phrases.has(word)) phrases.set(word, phrase(word));
  return phrases.get(word);
}

function find(texts: readonly string[], words: readonly string[]): string[] {
  const searched = new SearchedText(texts);
  return words.filter((word) => {
    const wanted = phraseOf(word);
    return !!wanted && searched.has(wanted);
  });
}

/** The words, or phrases, that a post's title, text or document number contains; see `phrase` in core. */
export function watchedWords(item: Item, words: readonly string[]): string[] {
  if (!words.length) return [];
  const { title = '', summary = '', content_text, _tct } = item;
  const texts = [title, summary, content_text, _tct?.document?.number ?? ''];
  const input = [...texts, ...words];
  const before = foundBefore.get(item);
  if (before?.input.length === input.length && input.every((text, at) => text === before.input[at]))
    return before.words;
  const found = { input, words: find(texts, words) };
  foundBefore.set(item, found);
  return found.words;
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
