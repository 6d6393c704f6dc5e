/** A control, what combines or decomposes, Eth, white space other than a single space; emoji are none of these. */
const UNCLEAN =
  / {2}|[^ -~\xa1-\xcf\xd1-\u02ff\u1e00-\u1eff\u200b-\u2027\u2030-\u205e\u20a0-\u2122\u2190-\u2328\u232b-\u27bf\ud83c-\ud83e\udc00-\udfff]/;

/** Whether a text surely has nothing to mend and is one line. One that has may still need none. */
export function isClean(text: string): boolean {
  return !UNCLEAN.test(text);
}
