import { copyText } from '../copy.ts';
import type { Language } from '../language.ts';
import { WORDS } from './words.ts';

/** How long it is said that something was copied. */
const SHOWN_MS = 5000;

/** A name for a block of code, to tell the buttons apart: the heading above it and, below one with several, a number. */
function* namedBlocks(): Generator<[block: HTMLElement, name: string]> {
  let heading = document.querySelector('h1')!.textContent!;
  let count = 0;
  for (const element of document.querySelectorAll<HTMLElement>('main :is(h2, h3, pre > code)'))
    if (element.localName === 'code') {
      count += 1;
      yield [element, count === 1 ? heading : `${heading} (${count})`];
    } else {
      heading = element.textContent!;
      count = 0;
    }
}

/** Gives each block of code a button, and says below it what came of it; what cannot be copied is selected for Ctrl+C. */
export function addCopyButtons(language: Language): void {
  const words = WORDS[language];
  for (const [block, name] of namedBlocks()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.copy;
    button.setAttribute('aria-label', `${words.copy}: ${name}`);
    const status = document.createElement('p');
    status.className = 'copied';
    status.setAttribute('role', 'status');
    button.onclick = async () => {
      const isCopied = await copyText(block.textContent!);
      if (!isCopied) getSelection()!.selectAllChildren(block);
      status.textContent = isCopied ? words.copied : words.pressCopyKeys;
      setTimeout(() => status.replaceChildren(), SHOWN_MS);
    };
    block.after(button);
    block.parentElement!.after(status);
  }
}
