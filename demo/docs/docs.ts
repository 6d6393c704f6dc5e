/** What the documentation can do with script: copy code, search, and name the hub that serves it. */
import type { Language } from './pages.ts';
import { type SearchEntry, searchEntries } from './search.ts';
import { WORDS } from './words.ts';

const COPIED_MS = 2000;

const language = document.documentElement.lang as Language;
const words = WORDS[language];

/** Puts the address of the hub that serves this page into all code. */
function nameHub(): void {
  const { content } = document.querySelector<HTMLMetaElement>('meta[name=tct-hub]')!;
  const hub = new URL(content, document.URL);
  if (!hub.protocol.startsWith('http')) return;
  for (const span of document.querySelectorAll('.hub')) span.textContent = hub.href;
  for (const span of document.querySelectorAll('.hub-origin')) span.textContent = hub.origin;
  document.querySelector('.hub-note')?.remove();
}

/** Copies text; where there is no clipboard, as on plain-http pages, it is selected for Ctrl+C. */
async function copy(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(block.textContent!);
  } catch {
    getSelection()?.selectAllChildren(block);
    return;
  }
  button.textContent = words.copied;
  setTimeout(() => {
    button.textContent = words.copy;
  }, COPIED_MS);
}

function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('pre > code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.copy;
    button.onclick = () => void copy(block, button);
    block.parentElement!.append(button);
  }
}

const loadIndex = async (): Promise<SearchEntry[]> =>
  (await (language === 'vi' ? import('virtual:docs-search/vi') : import('virtual:docs-search/en'))).default;

function resultItem({ title, page, url }: SearchEntry): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const item = document.createElement('li');
  item.append(link);
  if (page) item.append(` ${page}`);
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

nameHub();
addCopyButtons();
startSearch();
