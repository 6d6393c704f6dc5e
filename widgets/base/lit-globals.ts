// Before Lit is loaded: the modules that define the elements import this one first.

/** The globals that Lit reads although no script need have set them. */
const LIT_GLOBALS =
  'litHtmlVersions litHtmlPolyfillSupport litElementVersions litElementPolyfillSupport litElementHydrateSupport reactiveElementVersions reactiveElementPolyfillSupport litPropertyMetadata ShadyCSS trustedTypes';

// Takes these names, undefined as long as no script sets them: an element of that name (`<a id=litHtmlVersions>`) would
// show up as the global, and Lit would fail on it.
for (const name of LIT_GLOBALS.split(' '))
  if (!Object.hasOwn(globalThis, name))
    Object.defineProperty(globalThis, name, { writable: true, configurable: true });
