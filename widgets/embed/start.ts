import { namedPhoto } from '../gallery/named-photo.ts';
import { addresses, REQUEST } from '../shared/page.ts';

/** Replaced by the build. */
declare const __VERSION__: string;

/** The widgets, and the hub's file that each shows when it is told no other. */
const FILES: Record<string, string> = {
  'latest-news': 'news.json',
  'document-list': 'documents.json',
  gallery: 'gallery.json',
};
const SELECTOR = `[data-tct],${Object.keys(FILES).map((name) => `tct-${name}`)}`;

/** Where the script is: `currentScript` is null when it was injected, rewritten or made a module on the way. */
function base(file: string): string {
  const scripts = document.querySelectorAll<HTMLScriptElement>(`script[src*="${file}"]`);
  const own = (document.currentScript as HTMLScriptElement | null) ?? scripts[scripts.length - 1];
  return (own?.src || document.baseURI).replace(/[^/]*$/, '');
}

function watch(base: string, fetchCode: (address: string) => Promise<unknown>): void {
  const page = { version: __VERSION__, base, ahead: new Map<string, Promise<Response>>() };
  globalThis.tct = page;

  const load = (element: Element) => {
    if (customElements.get(element.localName)) return;
    const name = element.localName.slice(4);
    const [first] = addresses(element.getAttribute('src'), element.getAttribute('school'), FILES[name]!);
    // The data sets out together with the code; the widget takes the request over. Photos inside the tag need none.
    const own = name === 'gallery' && !element.getAttribute('src') && element.querySelector('a[href] img');
    if (first && !own && !page.ahead.has(first)) {
      const sent = fetch(first, REQUEST);
      sent.catch(() => {});
      page.ahead.set(first, sent);
    }
    fetchCode(`${base}tct-${name}.js`).catch((error) => console.warn(`tct.js: ${error}`));
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        load(target);
      }
    },
    { rootMargin: '600px' },
  );

  const meet = (element: Element) => {
    const wanted = element.getAttribute('data-tct');
    if (wanted === null) {
      // A photo that somebody was sent the address of is shown at once, wherever the gallery is.
      const named = element.localName === 'tct-gallery' && namedPhoto();
      if (named || element.getAttribute('loading') === 'eager') load(element);
      else near.observe(element);
    } else if (FILES[wanted] && !element.querySelector(`tct-${wanted}`)) {
      // For editors that strip unknown tags: what the div says and holds goes to the element inside it.
      const made = document.createElement(`tct-${wanted}`);
      for (const { name, value } of element.attributes) {
        if (/^data-(?!tct$)/.test(name)) made.setAttribute(name.slice(5), value);
      }
      made.append(...element.childNodes);
      element.append(made);
    }
  };

  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll(SELECTOR)) meet(element);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes as NodeListOf<Element>) {
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
  if (!globalThis.tct) watch(base(file), fetchCode);
  else if (globalThis.tct.version !== __VERSION__)
    console.warn(`tct.js ${__VERSION__} is ignored: ${globalThis.tct.version} is on this page. Remove one.`);
}
