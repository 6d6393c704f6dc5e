import type { Picks, Pointed } from '../../setup/api.ts';
import type { FramePage } from './frame-page.ts';
import type { Target } from './picks.ts';

/** Whether one of two elements is in the other. */
const touches = (page: FramePage, one: number, other: number) =>
  page.isInside(one, other) || page.isInside(other, one);

/** The index of the post that an element is in, or that it alone holds; -1 if there is none. */
export function postAt(page: FramePage, node: number, pointed: Pointed | undefined): number {
  const posts = pointed?.posts ?? [];
  const around = posts.findIndex((post) => page.isInside(node, post.node));
  if (around >= 0) return around;
  const within = posts.flatMap((post, index) => (page.isInside(post.node, node) ? [index] : []));
  return within.length === 1 ? within[0]! : -1;
}

/** What lies where an item is clicked. */
export function targetAt(page: FramePage, node: number, pointed: Pointed | undefined, picks: Picks): Target {
  const post = pointed?.posts[postAt(page, node, pointed)];
  return {
    node,
    isListed: !!post,
    picked: picks.items.filter(
      (each) => touches(page, each, node) || (post && page.isInside(each, post.node)),
    ),
    left: picks.not.filter((each) => touches(page, each, node)),
  };
}
