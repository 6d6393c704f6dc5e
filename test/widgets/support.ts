/** What the tests of widgets share: a fake network, feeds, and waiting for what happens. */
import type { Feed, Item } from '../../core/model/feed.ts';
import '../../widgets/latest-news/define.ts';
import type { TctLatestNews } from '../../widgets/latest-news/latest-news.ts';

const real = window.fetch;

type Answer = (url: string, init?: RequestInit) => Response | Promise<Response>;

/** Replaces `fetch` by a function of the address; gives the list of what was asked. No copy of an older answer is left. */
export function network(answer: Answer): { asked: string[]; inits: RequestInit[]; restore: () => void } {
  localStorage.clear();
  const asked: string[] = [];
  const inits: RequestInit[] = [];
  window.fetch = (input, init = {}) => {
    asked.push(String(input));
    inits.push(init);
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal!.reason));
      Promise.resolve(answer(String(input), init)).then(resolve, reject);
    });
  };
  return { asked, inits, restore: () => (window.fetch = real) };
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
/** An address that no test has used before, so that no answer is shared with another test. */
export const address = (): string => `https://hub.example/${++count}/news.json`;

export function add(attributes: Record<string, string>, inner = ''): TctLatestNews {
  return addTag('tct-latest-news', attributes, inner);
}

export function addTag<Tag extends keyof HTMLElementTagNameMap>(
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

/** Resolves when the element is in the state. */
export function inState(element: Element, ...states: string[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!states.includes(element.getAttribute('state') ?? '')) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(element, { attributes: true });
    look();
  });
}

/** The copy of an address's answer, once it is kept: a storage tells its own page nothing. */
export async function keptCopy(src: string): Promise<string> {
  const copy = localStorage.getItem(`tct:${src}`);
  if (copy) return copy;
  await new Promise((resolve) => setTimeout(resolve));
  return keptCopy(src);
}

/** Does what makes the page's own mistakes known, and gives those. */
export async function mistakesOf(act: () => Promise<unknown>): Promise<unknown[]> {
  const { error } = console;
  const told: unknown[] = [];
  console.error = (what: unknown) => told.push(what);
  try {
    await act();
  } finally {
    console.error = error;
  }
  return told;
}

export const titles = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('[part=title]')].map((each) => each.textContent!.trim());

export const part = <T extends HTMLElement>(element: Element, name: string): T | null =>
  element.shadowRoot!.querySelector<T>(`[part=${name}]`);

/** As if on paper: what the styles of an element say of print is said of the screen. */
export function onPaper({ shadowRoot }: Element): void {
  shadowRoot!.adoptedStyleSheets = shadowRoot!.adoptedStyleSheets.map(({ cssRules }) => {
    const sheet = new CSSStyleSheet();
    const rules = [...cssRules].map(({ cssText }) => cssText.replace(/^@media print/, '@media all'));
    sheet.replaceSync(rules.join(''));
    return sheet;
  });
}

type Page = Window & typeof globalThis;

/** A partner's page of its own, from its source, in a frame; ready when everything of it has been loaded. */
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

/** What axe, which the page has loaded, has against it. */
export async function complaints(window: Window): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: Axe }).axe.run();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}
