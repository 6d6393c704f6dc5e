/** The value of a parameter of the page's query; undefined if there is none of this name. */
export const queryParameter = (name: string): string | undefined =>
  new URLSearchParams(location.search).get(name) ?? undefined;

/**
 * Returns a URL with another value of a query parameter, which is removed if that is empty. Everything else stays as it
 * is written: `URLSearchParams` would write `%D0%E0`, `a/b%20c` and a bare `&xem` in another way, which servers of other
 * charsets do not understand.
 */
export function withQueryParameter(url: string, name: string, value: string): string {
  const [, before = '', query, hash = ''] = /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(url)!;
  // An empty query is one empty part, so that its question mark stays.
  const parts = query?.split('&') ?? [];
  // Behind a separator, a question mark is a part of the name.
  const isOwn = (part: string) => new URLSearchParams(`&${part}`).has(name);
  const first = parts.findIndex(isOwn);
  const changed = parts.filter((part, at) => (value && at === first) || !isOwn(part));
  const written = new URLSearchParams([[name, value]]).toString();
  if (value) changed[first < 0 ? changed.length : first] = written;
  return before + (changed.length ? '?' : '') + changed.join('&') + hash;
}

/** Changes the page's URL within the current history entry. */
export function replaceUrl(url: string): void {
  if (url === location.href) return;
  try {
    // Routers and statistics may have replaced the method of `history` itself.
    History.prototype.replaceState.call(history, history.state, '', url);
  } catch {
    // Frames without a URL of their own, such as `srcdoc`, cannot change it; and browsers limit the number of changes.
  }
}
