/** WordPress's prefix of the title of a post with a password. */
const PROTECTED_TITLE = /^(?:Protected|(?:(?:Bài viết đ|Đ)ược b|B)ảo (?:vệ|mật)) ?: +(?=[^\p{Ll}])/u;
/** Its remarks and form, unlike what a post may say about passwords. */
const PROTECTED_TEXT =
  /post[-_]?pass|password[- ]protected|enter (?:\w+ )?password|protected post|nhập mật khẩu để xem|(?:bài|nội dung)[^.]{0,30}được bảo (?:vệ|mật)/i;

export function withoutProtectedPrefix(title: string): string {
  return title.replace(PROTECTED_TITLE, '');
}

/**
 * Whether a post can only be read with a password: its title says so, and its text is at most a remark that says so.
 *
 * @param sources its texts as given: the form for the password is none
 */
export function isProtected(
  title: string,
  text: string,
  sources: readonly ({ html?: string; text?: string } | undefined)[],
): boolean {
  return (
    PROTECTED_TITLE.test(title) &&
    text.length < 200 &&
    sources.some((each) => PROTECTED_TEXT.test(each?.html ?? each?.text ?? ''))
  );
}
