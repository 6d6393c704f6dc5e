import type { Item } from '../../core/model/feed.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { foldWords } from '../../core/text/fold-words.ts';
import type { Doubts } from '../page/point/types.ts';

/** The title that all items have, if there are several. */
function sameTitle(items: readonly Item[]): string | undefined {
  const titles = items.flatMap(({ title }) => title ?? []);
  return titles.length > 1 && new Set(titles.map(foldWords)).size === 1 ? titles[0] : undefined;
}

/** What makes it doubtful that the items of a page are the list that was meant. */
export function doubtsAbout(items: readonly Item[], url: string): Doubts {
  const title = sameTitle(items);
  const having = items.filter((item) => item.url && serverOf(item.url) !== serverOf(url)).length;
  return {
    ...(title !== undefined && { sameTitle: title }),
    ...(having * 2 > items.length && { elsewhere: { having, of: items.length } }),
  };
}
