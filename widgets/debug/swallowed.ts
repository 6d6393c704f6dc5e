import { TAGS } from '../tags.ts';
import type { Finding } from './finding.ts';

/** What no author writes as the content of a widget. */
const NEVER_CONTENT = `main,[data-tct],${TAGS}`;
/** What belongs to a page, but may be content; an article may have its own. */
const PAGE_PARTS = 'nav,aside,h1,footer:not(article *)';
/** What scripts append to a page, ours among them. */
const APPENDED = 'script,style,link,iframe,[data-tct-panel]';

/** Resolves when the parser has read the page: until then, more may follow. */
const parsed = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((resolve) => addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve();

const isBlank = (node: Node): boolean =>
  node instanceof Element
    ? node.matches(APPENDED)
    : node.nodeType === Node.COMMENT_NODE || !node.textContent!.trim();

/** Whether nothing follows an element in its parent, as behind a tag that only its parent's end has closed. */
function isLast(element: Element): boolean {
  let next = element.nextSibling;
  while (next && isBlank(next)) next = next.nextSibling;
  return !next;
}

/**
 * Shows the rest of a page again that a widget has taken in: HTML ignores the slash of `<tct-weather />`, so that all that
 * follows in the same parent becomes its content, which is hidden when there is data.
 *
 * @param inside an element inside a widget
 * @returns the widget and what to say about it; undefined if the content is its own
 */
export async function releaseSwallowed(
  inside: HTMLElement,
): Promise<{ widget: HTMLElement; finding: Finding } | undefined> {
  await parsed();
  const widget = inside.parentElement?.closest<HTMLElement>(`${TAGS}`);
  if (!widget) return undefined;
  const div = widget.parentElement!;
  const written = div.matches('[data-tct]') ? div : widget;
  const isOfPage = inside.matches(NEVER_CONTENT) || (inside.matches(PAGE_PARTS) && isLast(written));
  if (!isOfPage) return undefined;
  const hasOwnPhotos = widget.matches('tct-gallery') && widget.querySelector(':scope > :is(a,figure) img');
  if (!hasOwnPhotos) written.after(...widget.childNodes);
  const tag = written.localName;
  const name = written === div ? '<div data-tct="…">' : `<${tag}>`;
  return {
    widget,
    finding: {
      problem: [
        `${name} không được đóng, nên phần trang phía sau thành nội dung của nó${hasOwnPhotos ? ' và bị ẩn' : ' (phần ấy đã được đưa ra lại)'}.`,
        `${name} is not closed, so the rest of the page became its content${hasOwnPhotos ? ' and is hidden' : ' (which has been put behind it again)'}.`,
      ],
      remedy: [
        `Viết đủ thẻ đóng: ${name}</${tag}>. Trong HTML, dấu / ở cuối thẻ không đóng thẻ.`,
        `Write the closing tag: ${name}</${tag}>. In HTML, a / at the end of a tag does not close it.`,
      ],
    },
  };
}
