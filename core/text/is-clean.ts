/** Without combining or decomposable characters, Eth, controls, also of direction, and white space other than spaces. */
const CLEAN =
  ' -~\xa1-\xcf\xd1-\u02ff\u1e00-\u1eff\u200b-\u2027\u2030-\u205e\u20a0-\u2122\u2190-\u2328\u232b-\u27bf';
/** Emoji are fine, but in Unicode mode the search takes several times as long, and most texts have none. */
const MAYBE_UNCLEAN = RegExp(` {2}|[^${CLEAN}]`);
const UNCLEAN = RegExp(` {2}|[^${CLEAN}\u{1f000}-\u{1fbff}]`, 'u');

/** Whether a text is certainly one normalized line. False means that it may need normalizing. */
export function isClean(text: string): boolean {
  return !MAYBE_UNCLEAN.test(text) || !UNCLEAN.test(text);
}
