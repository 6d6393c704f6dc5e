/** Controls, combining or decomposable characters, Eth, white space other than single spaces. Emoji are fine. */
const UNCLEAN =
  / {2}|[^ -~\xa1-\xcf\xd1-\u02ff\u1e00-\u1eff\u200b-\u2027\u2030-\u205e\u20a0-\u2122\u2190-\u2328\u232b-\u27bf\ud83c-\ud83e\udc00-\udfff]/;

/** Whether a text is certainly one normalized line. False means that it may need normalizing. */
export function isClean(text: string): boolean {
  return !UNCLEAN.test(text);
}
