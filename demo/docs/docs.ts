/** What the documentation can do with script: copy code, search, and name the hub that serves it. */
import type { Language } from '../language.ts';
import { addCopyButtons } from './copy-buttons.ts';
import { fitFrames } from './fit-frames.ts';
import { nameHub } from './name-hub.ts';
import { type SearchEntry, searchEntries } from './search.ts';
import { WORDS } from './words.ts';

const language = document.documentElement.lang as Language;
const words = WORDS[language];

const loadIndex = async (): Promise<SearchEntry[]> =>
  (await (language === 'vi' ? import('virtual:docs-search/vi') : import('virtual:docs-search/en'))).default;

function resultItem({ title, label, page, url }: SearchEntry): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const item = document.createElement('li');
  item.append(link);
  item.append([label, page].filter(Boolean).join(' · '));
  return item;
}

function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('#search')!;
  const input = form.querySelector<HTMLInputElement>('input')!;
  const show = async () => {
    const index = await loadIndex();
    const found = searchEntries(index, input.value);
    form.querySelector('#found')!.textContent = input.value.trim() && words.found(found.length);
    form.querySelector('#results')!.replaceChildren(...found.map(resultItem));
  };
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    form.querySelector<HTMLAnchorElement>('#results a')?.click();
  };
  input.oninput = () => void show();
  if (input.value) void show();
}

void nameHub(language);
addCopyButtons(language);
startSearch();
fitFrames();
