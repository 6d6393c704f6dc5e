/** A text in a script, unless it is joined with others: then the address is not there in full. Or an escape outside of texts. */
const SCRIPT_TEXT = /\\.|(\+\s*)?(["'`])((?:(?!\2)[^\\]|\\.)*)\2(\s*\+)?/gs;

/** Longer scripts open no file. */
const MAX_SCRIPT_CHARS = 2000;

/** The texts of a script that are addresses: those with a path or an extension. */
function addressesInScript(script: string): string[] {
  return [...script.slice(0, MAX_SCRIPT_CHARS).matchAll(SCRIPT_TEXT)]
    .filter(([, before, , text, after]) => text !== undefined && !before && !after)
    .map(([, , , text]) => text!.replace(/\\(.)/gs, '$1').trim())
    .filter((text) => /^(?:https?:\/\/\S|\.{0,2}\/\S|[^\s:]+\.[a-z\d]{3,4}(?:[?#]|$))/i.test(text))
    .filter((text) => !text.includes('${'));
}

/**
 * The addresses that a link may lead to: its `href`, or those in the script that is run instead, as in
 * `onclick="window.open('/a.pdf')"` and `href="javascript:show('/a.pdf')"`.
 */
export function linkAddresses(href: string | undefined, onclick: string | undefined): string[] {
  const own = href?.trim() ?? '';
  const isScript = /^javascript:/i.test(own);
  return [
    ...(own && !isScript && !own.startsWith('#') ? [own] : []),
    ...(isScript ? addressesInScript(decode(own)) : []),
    ...(onclick ? addressesInScript(onclick) : []),
  ];
}

/** A `javascript:` URL is percent-encoded. */
function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
