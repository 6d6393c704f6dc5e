import { oneLine } from '../text/normalize.ts';

/** Texts that a site's software adds to a post's own, in Vietnamese and English. */

/** Signs and white space. A class of Unicode would take several times as long. */
const NO_WORDS = '[\0-/:-@[-`{-\xbf\u2000-\u2bff]*';
/** Labels of links to the rest of a post. */
const MORE =
  '(?:xem|[đd][ọo]c)(?: (?:th[êe]m|ti[ếe]p|chi ti[ếe]t|to[àa]n b[ộo]))+|tiếp tục đọc|continue reading|read (?:more|the rest|full)[a-z ]*';
/** Labels only if no other words follow, unlike "Chi tiết kế hoạch". */
const MORE_ALONE = 'chi ti[ếe]t(?: bài viết| tin)?|details?|more';
/** Labels before links to other posts. What follows "Xem chi tiết:" may be all there is. */
const OTHERS = '(?:xem|[đd][ọo]c) (?:th[êe]m|ti[ếe]p)|read more';
const TERMS = 'tags?|categor(?:y|ies)|chuyên mục';
const VIEWS =
  '(?:(?:tổng )?(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)|đã xem|(?:post |page )?views|hits)(?: bài viết| trang| tin)? ?:? ?[\\d.,]+k?(?: lượt| lần| views?)?|[\\d.,]+k? (?:(?:lượt|lần) (?:xem|đọc)|views)';
/** "\0" stands for the post's title. */
const ADDED = `(?:${MORE})(?: về| tại đây)?|${MORE_ALONE}|${VIEWS}|(?:${OTHERS}|${TERMS}) ?:(?:[^.!?]|[.!?]\\S)*|(?:${MORE}) ?:${NO_WORDS}\0|(?:filed under|posted in|tagged) (?:[^.!?]|[.!?]\\S)*|${TERMS}|the post .+ appeared first on .+|bài viết ${NO_WORDS}\0${NO_WORDS}(?:đã )?xuất hiện .+|there is no excerpt because .+protected post|không có .{1,30} vì (?:đây là )?(?:một )?(?:bài|nội dung).+được bảo vệ`;

const READ_MORE = new RegExp(`^${NO_WORDS}(?:(?:${MORE})(?![a-zà-ỹ])|(?:${MORE_ALONE})${NO_WORDS}$)`, 'i');
const ADDED_LINE = new RegExp(`^${NO_WORDS}(?:${ADDED})${NO_WORDS}$`, 'i');
/**
 * What may stand before an addition to a line: the end of a sentence, an ellipsis. No dot within a number, no quotation
 * mark that opens.
 */
const MARK = '[…!?:|»\\])”."](?<!(?:^|\\s)"|\\.(?=\\d))';
const ADDED_END = new RegExp(`${MARK}(?=${NO_WORDS}(?:${ADDED})${NO_WORDS}$)`, 'i');

/** Longer lines are not added by software. */
const MAX_ADDED_CHARS = 300;
/** Lines before the last are only labels and numbers. */
const MAX_LABEL_CHARS = 80;
/** The end of the last line that is searched. */
const MAX_END_CHARS = 160;

/** Whether a link's text is a label that leads to the rest of a post: "Đọc tiếp", "Continue reading …". */
export function isReadMore(text: string): boolean {
  return READ_MORE.test(text);
}

/** A line with "\0" in the place of the title. */
function maskTitle(line: string, title: string): string {
  const at = title ? line.lastIndexOf(title) : -1;
  return at < 0 ? line : `${line.slice(0, at)}\0${line.slice(at + title.length)}`;
}

/**
 * Removes lines that a site's software adds to a post, such as "Lượt xem: 120", "Đọc tiếp" or "The post … appeared first
 * on …", and the same after the last sentence.
 *
 * @param text normalized, as is what is returned
 */
export function withoutBoilerplate(text: string, postTitle = ''): string {
  const title = text.includes(postTitle) ? postTitle : '';
  const isAdded = (line: string) => line.length <= MAX_ADDED_CHARS && ADDED_LINE.test(maskTitle(line, title));
  /** A line without an addition behind its sentences. */
  const withoutEnd = (line: string) => {
    const end = maskTitle(line.slice(-MAX_END_CHARS), title);
    const mark = end.search(ADDED_END);
    if (mark < 0) return line;
    return oneLine(line.slice(0, -MAX_END_CHARS) + end.slice(0, mark + 1).replace('\0', () => title));
  };
  const lines = text.split('\n');
  let last = lines.pop()!;
  while (isAdded(last)) {
    if (!lines.length) return '';
    last = lines.pop()!;
  }
  const kept = lines.filter((line) => line.length > MAX_LABEL_CHARS || !isAdded(line));
  const shorter = withoutEnd(last);
  // A counter and a link, at most.
  kept.push(shorter === last ? last : withoutEnd(shorter));
  return kept.join('\n');
}
