import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../data/request-options.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { namedPhoto } from '../gallery/photo-param.ts';

/** Replaced by the build. */
declare const __VERSION__: string;

/** The widgets, and the hub's file that each shows when it is told no other. */
const FILES: Record<string, string> = {
  'latest-news': 'news.json',
  'document-list': 'documents.json',
  weather: 'weather.json',
  gallery: 'gallery.json',
};
/** Rows of 5 em that a widget takes as it is usually set, whichever it is; and the layouts that take but three. */
const DEFAULT_ROWS = 7;
const LOW_LAYOUT = /^(?:now|compact|carousel)$/;
const TAGS = Object.keys(FILES).map((name) => `tct-${name}`);
const SELECTOR = `[data-tct],${TAGS}`;

/**
 * Where the script is. `currentScript` is null in a module, and another script where one was fetched, put together or
 * started by it: the tag that names the file is asked first.
 */
function base(file: string): string {
  const own = document.currentScript as HTMLScriptElement | null;
  const named = [...document.querySelectorAll<HTMLScriptElement>(`script[src*="${file}"]`)];
  const script = named.find((each) => each === own) ?? named.at(-1) ?? own;
  return (script?.src || document.baseURI).replace(/[^/]*([?#].*)?$/, '');
}

function watch(base: string, fetchCode: (address: string) => Promise<unknown>): void {
  const ahead = new Map<string, Promise<Response>>();
  globalThis.tct = { ...globalThis.tct, version: __VERSION__, base, ahead };

  const load = (element: Element) => {
    if (customElements.get(element.localName)) return;
    const name = element.localName.slice(4);
    const src = element.getAttribute('src');
    // The data sets out together with the code; the widget takes the requests over. What is asked for by coordinates the
    // weather puts together; photos inside the tag need none.
    const own = element.hasAttribute('latitude') || (!src && element.querySelector('a img'));
    for (const address of own ? [] : sourceUrls(src, element.getAttribute('school'), FILES[name]!)) {
      if (ahead.has(address)) continue;
      const sent = fetch(address, { ...REQUEST_OPTIONS, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      sent.catch(() => {});
      ahead.set(address, sent);
    }
    fetchCode(`${base}tct-${name}.js`).catch((error) => console.warn(`tct.js: ${error}`));
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        // Each in a task of its own: what a browser does at a request takes a slow machine long.
        setTimeout(load, 0, target);
      }
    },
    { rootMargin: '600px' },
  );

  const meet = (element: HTMLElement) => {
    const wanted = element.getAttribute('data-tct');
    if (wanted === null) {
      const rows = LOW_LAYOUT.test(element.getAttribute('layout')!)
        ? 3
        : Number(element.getAttribute('limit')) || DEFAULT_ROWS;
      element.style.setProperty('--tct-room', `${8 + 5 * rows}em`);
      // A photo that somebody was sent the address of is shown at once, wherever the gallery is.
      if (namedPhoto() || element.getAttribute('loading') === 'eager') load(element);
      else near.observe(element);
    } else if (!FILES[wanted]) {
      console.warn(`tct.js: data-tct="${wanted}" is none of ${Object.keys(FILES)}`);
    } else if (!element.querySelector(`tct-${wanted}`)) {
      // For editors that strip unknown tags: what the div says and holds goes to the element inside it. What they let
      // strangers write must not become script: there is no attribute that starts like those of events.
      const made = document.createElement(`tct-${wanted}`);
      for (const { name, value } of element.attributes) {
        if (/^data-(?!tct$|on)/.test(name)) made.setAttribute(name.slice(5), value);
      }
      made.append(...element.childNodes);
      element.append(made);
    }
  };

  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>(SELECTOR)) meet(element);
  };
  // About the room that it will need, so that less moves later. The page's own rule for the tag comes first.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:where(:not([state]),[state=loading]):where(${TAGS}){display:block;min-height:var(--tct-room)}`,
  );
  document.adoptedStyleSheets.push(sheet);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes as NodeListOf<HTMLElement>) {
        if (node.nodeType !== 1) continue;
        if (node.matches(SELECTOR)) meet(node);
        look(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  // Behind the observer, which has to see the elements that divs are given.
  look(document);
}

/**
 * Makes the page's widgets work, those that come later too. The script may be on the page twice: the first stays, and
 * another version says so.
 *
 * @param file the script's own name, by which it finds where it is
 */
export function start(file: string, fetchCode: (address: string) => Promise<unknown>): void {
  // An element with this id, or words that the page has for the widgets, are no script.
  const there = globalThis.tct?.version;
  if (!there) watch(globalThis.tct?.base ?? base(file), fetchCode);
  else if (there !== __VERSION__) console.warn(`tct.js ${__VERSION__} is ignored: this page has ${there}`);
}
