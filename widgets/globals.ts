import type { Locale } from './locale/types/locale.ts';

/** `tct`, the only global. The loader script and the page pass settings to the widgets in it. */
export interface TctGlobal {
  /** Empty when the loader's code is gone: the next copy of the script takes over. */
  version: string;
  /** The hash in the names of the files that the running script loads. */
  build: string;
  /**
   * Absolute URL, ending in a slash, of the folder that holds the scripts and, unless a tag says otherwise, the hub's
   * files. A page that renames or bundles the script sets it before the script runs.
   */
  base: string;
  /** Requests the loader sent while a widget's code was loading, by URL. The first widget that reads a URL removes it. */
  ahead: Map<string, Promise<Response>>;
  /** The page's own texts by language; may be set before the script runs. Missing texts keep their default. */
  locales: Record<string, Partial<Locale>>;
  /** Whether every widget shows what it has asked for, what came and what is wrong: the script's tag has `debug`. */
  debug: boolean;
}

/** The loader's settings are kept under this symbol too, because pages overwrite `tct` for purposes of their own. */
const KEPT = Symbol.for('tct');

declare global {
  // Only `var` declares a property of `globalThis`.
  var tct: Partial<TctGlobal> | undefined;
}

const kept = globalThis as { [KEPT]?: Partial<TctGlobal> };

/**
 * The settings in `tct` and of the loader script; empty if there are none. An element or a frame of that name
 * (`<a id=tct>`, `<iframe name=tct>`) also shows up as a global, but comes from authors who may not run scripts: only an
 * object of a script counts.
 */
export function pageSettings(): Partial<TctGlobal> {
  // A frame's window may belong to another site and refuse to be read, except for its prototype.
  const tct = Object(globalThis.tct);
  return { ...(Object.getPrototypeOf(tct) === Object.prototype && tct), ...kept[KEPT] };
}

/** Publishes the loader's settings beside the page's own. */
export function publishSettings(settings: Partial<TctGlobal>): void {
  globalThis.tct = kept[KEPT] = { ...pageSettings(), ...settings };
}
