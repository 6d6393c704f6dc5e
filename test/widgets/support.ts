/** Shared by the widgets' tests: a fake network, feeds, elements, and waiting for states. */
import type { Feed, Item } from '../../core/model/feed.ts';
import '../../widgets/latest-news/define.ts';
import type { TctLatestNews } from '../../widgets/latest-news/latest-news.ts';

const realFetch = window.fetch;

type Responder = (url: string, init?: RequestInit) => Response | Promise<Response>;

/** Replaces `fetch` by a function of the URL and records the requests. Clears the cache of earlier responses. */
export function fakeNetwork(answer: Responder): {
  requested: string[];
  inits: RequestInit[];
  restore: () => void;
} {
  localStorage.clear();
  const requested: string[] = [];
  const inits: RequestInit[] = [];
  window.fetch = (input, init = {}) => {
    requested.push(String(input));
    inits.push(init);
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal!.reason));
      Promise.resolve(answer(String(input), init)).then(resolve, reject);
    });
  };
  return { requested, inits, restore: () => (window.fetch = realFetch) };
}

export function item(id: string, more: Partial<Item> = {}): Item {
  return {
    id,
    title: `Tin ${id}`,
    url: `https://truong.example/${id}`,
    content_text: '',
    date_published: '2026-11-20T08:00:00+07:00',
    ...more,
  };
}

export function feed(items: Item[], more: Partial<Feed> = {}): Feed {
  return { version: 'https://jsonfeed.org/version/1.1', title: 'Trường', items, ...more };
}

export const json = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/feed+json' } });

let count = 0;
/** A URL no test has used before, so that no response is shared between tests. */
export const uniqueUrl = (): string => `https://hub.example/${++count}/news.json`;

export function addNews(attributes: Record<string, string>, inner = ''): TctLatestNews {
  return addElement('tct-latest-news', attributes, inner);
}

export function addElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  inner = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = inner;
  document.body.append(element);
  return element;
}

/** Resolves when the element is in one of the states. */
export function waitForState(element: Element, ...states: string[]): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!states.includes(element.getAttribute('state') ?? '')) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(element, { attributes: true });
    check();
  });
}

/** Resolves with the cached response of a URL. Polls, because storage fires no event in its own page. */
export async function cachedCopy(src: string): Promise<string> {
  const copy = localStorage.getItem(`tct:${src}`);
  if (copy) return copy;
  await new Promise((resolve) => setTimeout(resolve));
  return cachedCopy(src);
}

/** Returns what is logged with `console.error` while `act` runs. */
export async function loggedErrors(act: () => Promise<unknown>): Promise<unknown[]> {
  const { error } = console;
  const errors: unknown[] = [];
  console.error = (what: unknown) => errors.push(what);
  try {
    await act();
  } finally {
    console.error = error;
  }
  return errors;
}

export const titles = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('[part=title]')].map((each) => each.textContent!.trim());

export const part = <T extends HTMLElement>(element: Element, name: string): T | null =>
  element.shadowRoot!.querySelector<T>(`[part=${name}]`);

/** Applies an element's print styles to the screen. */
export function emulatePrint({ shadowRoot }: Element): void {
  shadowRoot!.adoptedStyleSheets = shadowRoot!.adoptedStyleSheets.map(({ cssRules }) => {
    const sheet = new CSSStyleSheet();
    const rules = [...cssRules].map(({ cssText }) => cssText.replace(/^@media print/, '@media all'));
    sheet.replaceSync(rules.join(''));
    return sheet;
  });
}

type Page = Window & typeof globalThis;

/** Opens a page from its source in a frame. Resolves when it has loaded. */
export async function openPage(body: string, head = ''): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:600px;height:900px';
  frame.srcdoc = `<!doctype html><html lang="vi"><head><title>Trang</title>${head}</head><body>${body}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** Returns the violations found by axe, which the page must have loaded. */
export async function axeViolations(window: Window): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: Axe }).axe.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}
