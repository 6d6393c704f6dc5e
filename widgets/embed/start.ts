import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../data/request-options.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { photoInUrl } from '../gallery/photo-param.ts';
import type { TctGlobal } from '../globals.ts';

/** Replaced by the build. */
declare const __VERSION__: string;

/** The widgets, each with the hub's file it loads by default. */
const FILES: Record<string, string> = {
  'latest-news': 'news.json',
  'document-list': 'documents.json',
  weather: 'weather.json',
  gallery: 'gallery.json',
};
const TAGS = Object.keys(FILES).map((name) => `tct-${name}`);
const SELECTOR = `[data-tct],${TAGS}`;

/** Height reserved for a loading widget, in rows of 5 em below a heading of 8 em. */
const ROW_EM = 5;
const HEADING_EM = 8;
const DEFAULT_ROWS = 7;
const LOW_LAYOUT = /^(?:now|compact|carousel)$/;
const LOW_LAYOUT_ROWS = 3;

/** Distance from the viewport at which a widget starts to load. */
const LOAD_MARGIN = '600px';

/**
 * Finds the folder of the script. `currentScript` is null in modules and a different script where this one was bundled
 * or injected, so that a tag naming the file takes precedence.
 */
function baseUrl(file: string): string {
  const current = document.currentScript as HTMLScriptElement | null;
  const named = [...document.querySelectorAll<HTMLScriptElement>(`script[src*="${file}"]`)];
  const script = named.find((each) => each === current) ?? named.at(-1) ?? current;
  return (script?.src || document.baseURI).replace(/[^/]*([?#].*)?$/, '');
}

/** Loads the widgets' code when they come near the viewport. */
function watch(base: string, fetchCode: (url: string) => Promise<unknown>): void {
  const ahead = new Map<string, Promise<Response>>();
  globalThis.tct = { ...globalThis.tct, version: __VERSION__, base, ahead } satisfies Partial<TctGlobal>;

  const load = (element: Element) => {
    if (customElements.get(element.localName)) return;
    const name = element.localName.slice(4);
    const src = element.getAttribute('src');
    // Requests the data in parallel with the code; the widget takes the requests over. It builds URLs from coordinates
    // itself, and needs no data for photos inside the tag.
    const needsNoData = element.hasAttribute('latitude') || (!src && element.querySelector('a img'));
    const urls = needsNoData ? [] : sourceUrls(src, element.getAttribute('school'), FILES[name]!);
    for (const url of urls) {
      if (ahead.has(url)) continue;
      const response = fetch(url, { ...REQUEST_OPTIONS, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      response.catch(() => {});
      ahead.set(url, response);
    }
    fetchCode(`${base}tct-${name}.js`).catch((error) => console.warn(`tct.js: ${error}`));
  };

  const viewport = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        viewport.unobserve(target);
        // Each in a separate task: starting a request takes long on slow devices.
        setTimeout(load, 0, target);
      }
    },
    { rootMargin: LOAD_MARGIN },
  );

  const watchWidget = (element: HTMLElement) => {
    const rows = LOW_LAYOUT.test(element.getAttribute('layout') ?? '')
      ? LOW_LAYOUT_ROWS
      : Number(element.getAttribute('limit')) || DEFAULT_ROWS;
    element.style.setProperty('--tct-room', `${HEADING_EM + ROW_EM * rows}em`);
    // A gallery must open the photo that the URL names, even if it is far from the viewport.
    if (photoInUrl() || element.getAttribute('loading') === 'eager') load(element);
    else viewport.observe(element);
  };

  /** Puts a widget into a `<div data-tct>`, for editors that strip unknown tags. */
  const fillDiv = (div: HTMLElement, name: string) => {
    if (!FILES[name]) {
      console.warn(`tct.js: data-tct="${name}" is none of ${Object.keys(FILES)}`);
    } else if (!div.querySelector(`tct-${name}`)) {
      const element = document.createElement(`tct-${name}`);
      for (const attribute of div.attributes) {
        // Untrusted authors may be able to write attributes there: `data-on…` must not become an event handler.
        if (/^data-(?!tct$|on)/.test(attribute.name))
          element.setAttribute(attribute.name.slice('data-'.length), attribute.value);
      }
      element.append(...div.childNodes);
      div.append(element);
    }
  };

  const handle = (element: HTMLElement) => {
    const name = element.getAttribute('data-tct');
    if (name === null) watchWidget(element);
    else fillDiv(element, name);
  };
  const handleAll = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>(SELECTOR)) handle(element);
  };

  // Reserves about the height of the loaded widget, to limit layout shift. The page's own rules win.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:where(:not([state]),[state=loading]):where(${TAGS}){display:block;min-height:var(--tct-room)}`,
  );
  document.adoptedStyleSheets.push(sheet);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes as NodeListOf<HTMLElement>) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        if (node.matches(SELECTOR)) handle(node);
        handleAll(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  // After the observer has started: it must see the elements put into divs.
  handleAll(document);
}

/**
 * Starts the page's widgets, including those added later. If the script is included twice, the first one wins; a
 * different version warns.
 *
 * @param file the script's file name, which its tag is found by
 * @param fetchCode loads a widget's script
 */
export function start(file: string, fetchCode: (url: string) => Promise<unknown>): void {
  // `tct` may also be an element with this id, or the page's own settings: only a running script has set a version.
  const running = globalThis.tct?.version;
  if (!running) watch(globalThis.tct?.base ?? baseUrl(file), fetchCode);
  else if (running !== __VERSION__)
    console.warn(`tct.js ${__VERSION__} is ignored: this page has ${running}`);
}
