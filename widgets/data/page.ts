import type { Locale } from '../locale/types/locale.ts';

/** What the one script leaves for the widgets, and the page for them: the only global, `tct`. */
export interface TctGlobal {
  version: string;
  /**
   * Where the script and, unless a tag says otherwise, the hub's files are: an absolute address that ends in a slash.
   * A page that gives the script another name, or puts it together with others, says it before the script.
   */
  base: string;
  /** Requests sent ahead while the widget's code was on its way, by address; taken by the first who asks. */
  ahead: Map<string, Promise<Response>>;
  /** The page's own words, by language; may be there before the script. What is not among them is said as usual. */
  locales: Record<string, Partial<Locale>>;
}

declare global {
  // eslint-style globals have to be `var` to become properties of `globalThis`.
  var tct: Partial<TctGlobal> | undefined;
}

/** The words of an attribute. */
export const splitWords = (text: string | null): string[] => text?.match(/\S+/g) ?? [];

/** An address that is none stays as it is written: asking for it fails, and says why. */
function toAbsolute(address: string): string {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return address;
  }
}

/**
 * The addresses a tag reads: those of `src`, else the hub's file of that name, for the whole cluster or for the
 * schools named.
 */
export function sourceUrls(src: string | null, school: string | null, file: string): string[] {
  const base = globalThis.tct?.base;
  let found = splitWords(src);
  if (base && !found.length)
    found = splitWords(school).map((id) => `${base}schools/${encodeURIComponent(id)}/${file}`);
  if (base && !found.length) found = [base + file];
  return [...new Set(found.map(toAbsolute))];
}

/** Tells the page of something. Says whether the page leaves what follows from it to the widget. */
export function dispatch(host: HTMLElement, type: string, detail: object): boolean {
  return host.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
