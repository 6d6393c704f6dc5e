import { openPage } from '../support.ts';

export const NEWS = '/test/widgets/news.json';
export const SCRIPT = '<script async src="/dist/embed/tct.js"></script>';

/** Records what a page writes to the console as warnings. */
const LISTEN = `<script>window.warned=[];console.warn=function(text){warned.push(String(text));dispatchEvent(new Event('warned'))}</script>`;

export type Page = Awaited<ReturnType<typeof openPage>> & { warned: string[] };

export const openListening = async (body: string, head = ''): Promise<Page> =>
  (await openPage(body, LISTEN + head)) as Page;

/** Resolves with the first warning that matches. */
export function warning(page: Page, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const found = page.warned.find((text) => pattern.test(text));
      if (found !== undefined) resolve(found);
    };
    page.addEventListener('warned', look);
    look();
  });
}

/** Resolves with the panel behind an element once it matches. */
export function panelOf(element: Element, pattern = /./): Promise<ShadowRoot> {
  return new Promise((resolve) => {
    const look = () => {
      const root = element.nextElementSibling?.shadowRoot;
      if (root && pattern.test(root.textContent!)) resolve(root);
      else element.ownerDocument.defaultView!.requestAnimationFrame(look);
    };
    look();
  });
}
