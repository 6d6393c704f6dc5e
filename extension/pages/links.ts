/** The publisher's addresses. Those that package.json does not give are missing. */
export interface Links {
  /** Where the product is described. */
  homepage?: string;
  /** Where users ask and report mistakes. */
  support?: string;
}

declare const __LINKS__: Links;

/** Filled in by the build; empty where the code runs without one. */
export const links: Links = typeof __LINKS__ === 'undefined' ? {} : __LINKS__;
