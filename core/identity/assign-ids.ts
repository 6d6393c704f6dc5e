import { hashText } from '../hash.ts';
import type { Item } from '../model/feed.ts';
import { withoutSession } from '../url.ts';
import { cumulativeNames, type IdentifyingTexts, identifyingLink, identityClues } from './clues.ts';
import { stripScheme } from './post-key.ts';

/** An item without an id yet, and the guid from its source. `assignIds` sets `item.id`. */
export interface UnidentifiedItem {
  guid?: string;
  item: Item;
  /** Computes the text by which it is identified, if that is not `content_text`. Most have a guid or link. */
  text?: () => string;
}

const identifyingTexts = ({ item, text }: UnidentifiedItem): IdentifyingTexts =>
  text
    ? {
        title: item.title,
        get content_text() {
          return text();
        },
      }
    : item;

/** A post of the feed, and its names: the first clue, the first two, and so on. */
interface NamedPost {
  item: Item;
  names: string[];
}

/** The posts whose first clue is the same, without those that the feed repeats. */
function distinctPosts(drafts: readonly UnidentifiedItem[]): NamedPost[] {
  const posts = new Map<string, NamedPost>();
  for (const draft of drafts) {
    const { guid, item } = draft;
    const names = cumulativeNames(stripScheme(guid ?? ''), identifyingLink(item), identifyingTexts(draft));
    posts.set(names.at(-1)!, { item, names });
  }
  return [...posts.values()];
}

/** Makes the ids unique that are not even with all clues: of posts made up to collide. */
function separate(items: readonly Item[]): void {
  const taken = new Set<string>();
  for (const item of items) {
    while (taken.has(stripScheme(item.id))) item.id += ` text:${hashText(item.id)}`;
    taken.add(stripScheme(item.id));
  }
}

/**
 * Sets the ids of the items of one feed: the trimmed guid without session ids, else the link, else a hash of title and
 * text. They are unique, even without their scheme.
 *
 * If several posts share that id, the link is appended; if they also share the link, the title (without a guid: title
 * and text). The position in the feed never counts, because the next post would change it. Of a post that the feed
 * repeats (same guid, link and title), the last copy is returned.
 */
export function assignIds(drafts: readonly UnidentifiedItem[]): Item[] {
  const groups = new Map<string, UnidentifiedItem[]>();
  for (const draft of drafts) {
    const { item } = draft;
    const guid = withoutSession(draft.guid?.trim() ?? '');
    const name =
      stripScheme(guid) || identityClues('', identifyingLink(item), identifyingTexts(draft)).next().value!;
    item.id = guid || name;
    const group = groups.get(name);
    if (group) group.push({ ...draft, guid });
    else groups.set(name, [{ ...draft, guid }]);
  }
  const kept = new Set<Item>();
  const ambiguous: NamedPost[] = [];
  /** How many posts have a name. A lengthened one may also be the guid of another post. */
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, group] of groups) {
    const posts = group.length > 1 ? distinctPosts(group) : [{ item: group[0]!.item, names: [name] }];
    for (const { item } of posts) kept.add(item);
    // A single post that the feed repeats keeps its short id.
    if (posts.length === 1) count(name);
    else
      for (const post of posts) {
        ambiguous.push(post);
        for (const name of post.names) count(name);
      }
  }
  for (const { item, names } of ambiguous)
    item.id = names.find((name) => counts.get(name) === 1) ?? names.at(-1)!;
  const items = drafts.map(({ item }) => item).filter((item) => kept.has(item));
  separate(items);
  return items;
}
