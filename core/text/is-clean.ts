/**
 * Controls, also of direction, combining or decomposable characters, Eth, halves of surrogate pairs, white space other
 * than single spaces. Emoji are fine.
 */
const UNCLEAN =
  / {2}|[^ -~\xa1-\xcf\xd1-\u02ff\u1e00-\u1eff\u200b-\u2027\u2030-\u205e\u20a0-\u2122\u2190-\u2328\u232b-\u27bf\u{1f000}-\u{1fbff}]/u;

/** Whether a text is certainly one normalized line. False means that it may need normalizing. */
export function isClean(text: string): boolean {
  return !UNCLEAN.test(text);
}
