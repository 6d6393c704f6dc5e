import type { Locale } from './locale/types/locale.ts';

/** `tct`, the only global. The loader script and the page pass settings to the widgets in it. */
export interface TctGlobal {
  version: string;
  /**
   * Absolute URL, ending in a slash, of the folder that holds the scripts and, unless a tag says otherwise, the hub's
   * files. A page that renames or bundles the script sets it before the script runs.
   */
  base: string;
  /** Requests the loader sent while a widget's code was loading, by URL. The first widget that reads a URL removes it. */
  ahead: Map<string, Promise<Response>>;
  /** The page's own texts by language; may be set before the script runs. Missing texts keep their default. */
  locales: Record<string, Partial<Locale>>;
}

declare global {
  // Only `var` declares a property of `globalThis`.
  var tct: Partial<TctGlobal> | undefined;
}

/**
 * The settings in `tct`; empty if there are none. An element or a frame of that name (`<a id=tct>`, `<iframe name=tct>`)
 * also shows up as a global, but comes from authors who may not run scripts: only an object of a script counts.
 */
export function pageSettings(): Partial<TctGlobal> {
  // A frame's window may belong to another site and refuse to be read, except for its prototype.
  const tct = Object(globalThis.tct);
  return Object.getPrototypeOf(tct) === Object.prototype ? tct : {};
}
