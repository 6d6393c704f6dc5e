/** What the one script leaves for the widgets: the page's only global, `tct`. */
export interface TctGlobal {
  version: string;
  /** Where the script and, unless a tag says otherwise, the hub's files are: ends in a slash. */
  base: string;
  /** Requests sent ahead while the widget's code was on its way, by address; taken by the first who asks. */
  ahead: Map<string, Promise<Response>>;
}

declare global {
  // eslint-style globals have to be `var` to become properties of `globalThis`.
  var tct: TctGlobal | undefined;
}

/** No visitor of a school's page is known to another by these requests. */
export const REQUEST: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' };

/**
 * The addresses a tag reads: those of `src`, else the hub's file of that name, for the whole cluster or for the
 * schools named.
 */
export function addresses(src: string | null, school: string | null, file: string): string[] {
  const base = globalThis.tct?.base;
  const words = (text: string | null) => text?.split(/\s+/).filter(Boolean) ?? [];
  const given = words(src);
  const named =
    given.length || !base
      ? given
      : words(school).map((id) => `${base}schools/${encodeURIComponent(id)}/${file}`);
  const found = named.length || !base ? named : [base + file];
  return [...new Set(found.map((address) => new URL(address, document.baseURI).href))];
}
