import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../data/request-options.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { urlMayNamePhoto } from '../gallery/photo-param.ts';
import { pageSettings, publishSettings } from '../globals.ts';
import { HUB_FILES, TAGS } from '../tags.ts';

/** Replaced by the build; the second stands in the names of all files that it loads. */
declare const __VERSION__: string;
declare const __BUILD__: string;

/** In a form, fields named `getAttribute` and the like hide the form's own methods. */
const WIDGET = `[data-tct]:not(form),${TAGS}`;
/** What no author writes inside a widget: the rest of the page, behind a tag that is not closed. */
const SWALLOWED = `:is(${TAGS}) :is(h1,nav,main,aside,footer,${WIDGET})`;
/** Undefined are other `tct-…` tags too: misspelt ones. */
const SELECTOR = `${WIDGET},${SWALLOWED},:not(:defined)`;

/** What the loader reads; a div passes on all others when the element's class says which it has. */
const OWN_ATTRIBUTES = 'src school limit layout loading latitude debug'.split(' ');

/** Marks a widget that keeps a distance from the one before it: the page does not lay them out itself. */
const BEHIND = 'data-tct-next';

/** Height reserved for a loading widget, in rows of 5 em below a heading of 8 em. */
const ROW_EM = 5;
const HEADING_EM = 8;
const DEFAULT_ROWS = 7;
/** More do not fit a screen: the rest may move what nobody sees. */
const MAX_ROWS = 20;
const LOW_LAYOUT = /^(?:now|compact|carousel)$/;
const LOW_LAYOUT_ROWS = 3;

// Called on the document, on forms and on pages' elements of any kind, where names of elements hide methods.
const { querySelectorAll: findAll }: Document = Object.getPrototypeOf(document);
const { matches, querySelectorAll: findAllIn } = Element.prototype;

/**
 * A property of `document`, even if an element of that name (`<img name=currentScript>`) hides it.
 *
 * What Lit calls on `document` (`createElement`, `createTreeWalker`, `importNode` …) cannot be protected in this way: where
 * authors may write such names, the fallback content stays and no widget appears, but nobody else's code runs.
 */
function ofDocument<Name extends keyof Document>(name: Name): Document[Name] {
  // Not `Document.prototype`: MooTools has a class of its own of this name.
  return Reflect.get(Object.getPrototypeOf(document), name, document);
}

/** Distance from the viewport at which a widget starts to load. */
const LOAD_MARGIN = '600px';

/**
 * Finds the tag of the script. `currentScript` is null in modules and a different script where this one was bundled
 * or injected, so that a tag naming the file takes precedence.
 */
function scriptTag(file: string): HTMLScriptElement | null {
  const current = ofDocument('currentScript') as HTMLScriptElement | null;
  const named = [...findAll.call(document, `script[src*="${file}"]`)] as HTMLScriptElement[];
  return named.includes(current!) ? current : (named.at(-1) ?? current);
}

/**
 * Loads the widgets' code when they come near the viewport.
 *
 * @param isFresh whether this copy of the script has taken over from one whose code is gone
 */
function watch(
  base: string,
  debug: boolean,
  fetchCode: (url: string) => Promise<unknown>,
  isFresh: boolean,
): void {
  const ahead = new Map<string, Promise<Response>>();
  publishSettings({ version: __VERSION__, build: __BUILD__, base, ahead, debug });

  const urlOf = (name: string) => `${base}tct-${__BUILD__}-${name}.js`;

  /** Says what is wrong with an element. The words for it are loaded when they are needed. */
  const examine: typeof import('../debug/debug.ts').examine = (...args) => {
    fetchCode(urlOf('debug')).then(
      (code) => (code as typeof import('../debug/debug.ts')).examine(...args),
      (error) => console.warn('tct.js:', error),
    );
  };

  const load = (element: HTMLElement) => {
    const { localName } = element;
    if (customElements.get(localName)) return;
    const src = element.getAttribute('src');
    // Requests the data in parallel with the code; the widget takes the requests over. It builds URLs from coordinates
    // itself, and needs no data for photos inside the tag.
    const needsNoData = element.hasAttribute('latitude') || (!src && element.querySelector('a img'));
    const urls = needsNoData ? [] : sourceUrls(src, element.getAttribute('school'), HUB_FILES[localName]!);
    for (const url of urls) {
      if (ahead.has(url)) continue;
      const response = fetch(url, { ...REQUEST_OPTIONS, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      response.catch(() => {});
      ahead.set(url, response);
    }
    const code = urlOf(localName.slice(4));
    awaitCode(
      element,
      fetchCode(code)
        .catch(() => fetchCode(`${code}?again`))
        .catch(fetchFresh),
    );
  };

  let fresh: Promise<unknown> | undefined;
  /**
   * This script may come from a cache, and its code be gone from the hub. Fetches the hub's own copy past the cache, once
   * in a page; it takes over all widgets that are not defined.
   */
  const fetchFresh = (error: unknown) => {
    if (isFresh) throw error;
    if (!fresh) {
      publishSettings({ version: '' });
      fresh = fetchCode(`${base}tct.js?${Date.now()}`).then(() => {
        // The hub's own would get the same code: it has not taken over.
        if (!pageSettings().version) throw error;
        for (const observer of [viewport, divs, nodes]) observer.disconnect();
      });
    }
    return fresh;
  };

  /** Waits for a widget's code. If it does not come, its room is given up, and the widget says so. */
  const awaitCode = (element: HTMLElement, code: Promise<unknown>) => {
    const fail = (error?: unknown) => {
      if (customElements.get(element.localName)) return;
      element.setAttribute('state', 'error');
      // A browser never asks again for a file that failed, such as one that the widgets share: this one needs no other.
      const retry = () => awaitCode(element, fetchCode(`${base}tct-all.js?${Date.now()}`));
      examine(element, { error, retry });
    };
    code.catch(fail);
    setTimeout(fail, REQUEST_TIMEOUT_MS);
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
      : Math.min(Number(element.getAttribute('limit')) || DEFAULT_ROWS, MAX_ROWS);
    element.style.setProperty('--tct-room', `${HEADING_EM + ROW_EM * rows}em`);
    // A gallery must open the photo that the URL names, even if it is far from the viewport.
    if (urlMayNamePhoto() || element.getAttribute('loading') === 'eager') load(element);
    else viewport.observe(element);
  };

  /** Makes the widget in a `<div data-tct>`, for editors that strip unknown tags, match the div. */
  const fillDiv = (div: HTMLElement) => {
    const tag = `tct-${div.getAttribute('data-tct')}`;
    if (!TAGS.includes(tag)) return examine(div);
    const element = div.querySelector(tag) ?? document.createElement(tag);
    const { observedAttributes } = (customElements.get(tag) ?? {}) as { observedAttributes?: string[] };
    // Only these: untrusted authors may write attributes there, and `style` or `onclick` must not come of them.
    for (const attribute of [...OWN_ATTRIBUTES, ...(observedAttributes ?? [])]) {
      const value = div.getAttribute(`data-${attribute}`);
      if (value === null) element.removeAttribute(attribute);
      else element.setAttribute(attribute, value);
    }
    if (!observedAttributes) customElements.whenDefined(tag).then(() => fillDiv(div));
    if (!div.contains(element)) div.append(element);
    for (const node of [...div.childNodes]) if (!node.contains(element)) element.append(node);
  };
  /** Sees what the parser adds to a div later, and attributes that change. */
  const divs = new MutationObserver((changes) => {
    for (const { target } of changes) fillDiv(target as HTMLElement);
  });

  const handle = (element: HTMLElement): void => {
    const { localName, parentElement } = element;
    if (matches.call(element, SWALLOWED)) examine(element);
    if (!matches.call(element, WIDGET)) {
      if (localName.startsWith('tct-')) examine(element);
      return;
    }
    if (
      matches.call(element, `:is(${WIDGET})+*`) &&
      !/grid|flex/.test(getComputedStyle(parentElement!).display)
    )
      element.setAttribute(BEHIND, '');
    if (TAGS.includes(localName)) watchWidget(element);
    else {
      fillDiv(element);
      divs.observe(element, { attributes: true, childList: true });
    }
  };
  const handleAll = (elements: NodeListOf<Element>) => {
    for (const element of elements as NodeListOf<HTMLElement>) handle(element);
  };

  // Reserves about the height of the loaded widget, to limit layout shift; not on paper. The page's own rules win.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@media not print{:where(:not([state]),[state=loading]):where(${TAGS}){display:block;min-height:var(--tct-room)}}:where([${BEHIND}]){margin-block-start:calc(2*var(--tct-gap,1em))}`,
  );
  ofDocument('adoptedStyleSheets').push(sheet);
  const nodes = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        // Not `!==`: in a form it may be a field of this name.
        if (node.nodeType > Node.ELEMENT_NODE) continue;
        if (matches.call(node, SELECTOR)) handle(node as HTMLElement);
        handleAll(findAllIn.call(node, SELECTOR));
      }
    }
  });
  nodes.observe(document, { childList: true, subtree: true });
  // After the observer has started: it must see the elements put into divs.
  handleAll(findAll.call(document, SELECTOR));
}

/**
 * Starts the page's widgets, including those added later. If the script is included twice, the first one wins, unless its
 * code is gone; a different version warns.
 *
 * @param file the script's file name, which its tag is found by
 * @param fetchCode loads a widget's script
 */
export function start(file: string, fetchCode: (url: string) => Promise<unknown>): void {
  // The page's own settings have no version: only a running script has set one. It is empty while a fresh copy is fetched,
  // which is no tag's.
  const { base, version, build, debug } = pageSettings();
  if (version === undefined || (version === '' && build !== __BUILD__ && !ofDocument('currentScript'))) {
    const script = scriptTag(file);
    watch(
      typeof base === 'string' ? base : (script?.src || ofDocument('baseURI')).replace(/[^/]*([?#].*)?$/, ''),
      debug || !!script?.hasAttribute('debug'),
      fetchCode,
      version === '',
    );
  } else if (version && version !== __VERSION__)
    console.warn(`tct.js ${__VERSION__} ignored: page has ${version}`);
}
