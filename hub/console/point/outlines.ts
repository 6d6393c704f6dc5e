import { html, nothing, type TemplateResult } from 'lit';
import type { Picks, Pointed } from '../../setup/api.ts';
import type { Box, FramePage } from './frame-page.ts';
import { PARTS } from './picks.ts';
import type { PointWords } from './point-words.ts';

/** Kinds of outlines, each with a look of its own in `outlines.css`. */
type Look = 'item' | 'part' | 'picked' | 'left' | 'head' | 'next' | 'hover' | 'cursor';

const styleOf = ({ x, y, width, height }: Box) =>
  `inset-block-start:${y}px;left:${x}px;inline-size:${width}px;block-size:${height}px`;

/** An outline around an element, with a label. Nothing if the element is not shown. */
export function outline(
  page: FramePage,
  node: number | undefined,
  look: Look,
  label?: string,
): TemplateResult | typeof nothing {
  const box = page.box(node);
  // Set as a property: the content security policy forbids the attribute.
  return box
    ? html`<div class="outline is-${look}" data-of=${node!} .style=${styleOf(box)}>${label ? html`<span>${label}</span>` : nothing}</div>`
    : nothing;
}

/** The outlines of all that was read and picked. Only the first item has labels at its parts: thirty would hide it. */
export function outlines(
  page: FramePage,
  pointed: Pointed | undefined,
  picks: Picks,
  words: PointWords,
): unknown[] {
  const posts = pointed?.posts ?? [];
  return [
    ...posts.flatMap(({ node, parts }, index) =>
      (['title', 'date', 'image', 'summary'] as const).map((part) =>
        // The outline of the item itself says enough of a link that is all of it.
        parts[part] === node
          ? nothing
          : outline(page, parts[part], 'part', index ? undefined : words.part[part]),
      ),
    ),
    ...posts.map(({ node, isKnown }) =>
      outline(page, node, 'item', isKnown ? `✓ ${words.isKnown}` : undefined),
    ),
    ...(pointed?.heads ?? []).map(({ node }) => {
      const column = Object.entries(pointed?.columns ?? {}).find(([, each]) => each === node)?.[0];
      return outline(page, node, 'head', column && words.column[column as keyof typeof words.column]);
    }),
    outline(page, pointed?.nextNode, 'next', words.part.next),
    ...picks.items.map((node) => outline(page, node, 'picked', '✓')),
    ...PARTS.map((part) => outline(page, picks[part], 'picked', words.part[part])),
    ...picks.not.map((node) => outline(page, node, 'left', words.isLeftOut)),
  ];
}

/** Places a control over an element, such as an inner frame. */
export const overElement = (page: FramePage, node: number, content: TemplateResult): unknown => {
  const box = page.box(node);
  return box ? html`<div class="over" .style=${styleOf(box)}>${content}</div>` : nothing;
};
