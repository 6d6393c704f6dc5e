import { mediaTypeOfUrl } from '../../../core/read/media-type.ts';
import { foldWords } from '../../../core/text/fold-words.ts';
import { guessDate, isDate } from '../date/dates.ts';
import { guessItemTitle, guessLink, isOwnLink, titleToSkip } from '../guess.ts';
import type { HtmlPage } from '../html-page.ts';
import { type Element, selfAndAncestors, visibleElements } from '../tree.ts';
import { MIN_LIST_ITEMS } from './link-groups.ts';
import { ListAreas } from './list-area.ts';
import { itemsHolding, type ListItem, wholeItems } from './whole-items.ts';

/** Minimum length of a title that is recognised by itself. Menus and buttons have shorter texts. */
const MIN_TITLE_CHARS = 24;
/** Minimum length of a title that is recognised by its URL. */
const MIN_SHORT_TITLE_CHARS = 6;
/** Length of the text of an item beyond its title, from which it is a summary. */
const MIN_PROSE_CHARS = 60;
/** The value of a date. */
const DATE_VALUE = 1.2;
/** The value of a post that differs from most of a list: it is beside the content, or has no date. */
const UNLIKE_OTHERS = -0.5;
/** The value of one that is only shorter, in title or text. */
const SLIGHTLY_UNLIKE_OTHERS = -0.1;
/** Links at the same place in an item from which they are a menu rather than tags. */
const MANY_LINKS = 6;
/** How much a list counts whose picked items cannot be read as posts. */
const UNREADABLE_SHARE = 0.1;
/** What an item counts against a list if another one is the same post. */
const REPEATED_VALUE = 0.1;
/** The value of an item that would be no post by itself, but is like one that is picked. */
const PICKED_VALUE = 0.3;
/** Items of a list that are read to judge it. One more tells where the last of them ends. */
const MAX_SAMPLE = 40;
/** Titles of menu entries, folded. */
const MENU_TITLE =
  /^(?:trang (?:chu|nhat)|home|gioi thieu|tin tuc|lien he|so do (?:site|web|website|trang|cong)|dang (?:nhap|ki|ky|xuat)|login|contact(?: us)?|about(?: us)?|hoi dap|tim kiem|search|van ban|thu vien(?: anh| video)?|video|rss|english|tieng (?:viet|anh)|quen mat khau|facebook|youtube|zalo|in trang|gui (?:email|mail)|chia se|dau trang)$/;
/** URLs of single posts rather than of sections: with a number or many words. */
const POST_URL = /\d[^/]*$|[?&][^=]*id=\d|(?:[^/-]+-){3}[^/]*\/?$/i;

interface Reading {
  /** Undefined if it is no post. */
  url?: string;
  value: number;
  isDated: boolean;
  hasProse: boolean;
  isLong: boolean;
  /** Whether it is an entry of a menu, such as the homepage. */
  isMenu: boolean;
  isAside: boolean;
  /** Whether it holds a list itself. */
  isList?: boolean;
}

/** How well a list looks like the posts of a page. */
export interface ListScore {
  posts: number;
  score: number;
}

const isLongTitle = (text: string) => foldWords(text).length >= MIN_TITLE_CHARS;

const hostOf = (url: string) => new URL(url).host.replace(/^www\./, '');

/** The links of a page, by what is needed to judge lists. */
class PageLinks {
  /** The host of the page, and the one that most of its links lead to: it may be read from a copy. */
  readonly hosts: ReadonlySet<string>;
  /** How many links with a text lead to each URL. */
  private readonly counts = new Map<string, number>();

  constructor(page: HtmlPage) {
    const byHost = new Map<string, number>();
    for (const link of visibleElements(page.root, /^a$/)) {
      const url = page.resolveUrl(link.attribs.href);
      if (!url) continue;
      byHost.set(hostOf(url), (byHost.get(hostOf(url)) ?? 0) + 1);
      if (page.textLine(link, 100)) this.counts.set(url, (this.counts.get(url) ?? 0) + 1);
    }
    const [[most] = ['']] = [...byHost].sort((a, b) => b[1] - a[1]);
    this.hosts = new Set([hostOf(page.url), most]);
  }

  /** Whether a URL is linked only once, unlike those of categories and authors. */
  isUnique(url: string): boolean {
    return (this.counts.get(url) ?? 0) < 2;
  }
}

/** A reading of an item, as it counts if the user says that items like some models are posts. */
function asPicked(reading: Reading, models: readonly Reading[], at: number): Reading {
  if (reading.value > 0 || reading.isList || !models.some(({ value }) => value <= 0)) return reading;
  if (reading.url !== undefined) return { ...reading, value: PICKED_VALUE };
  return models.some(({ url }) => url === undefined)
    ? { ...reading, url: `#${at}`, value: PICKED_VALUE }
    : reading;
}

/** Judges elements as the items of a list by what would be read from them. */
export class ListJudge {
  private readonly areas: ListAreas;
  /** Readings of items that are one element. */
  private readonly known = new Map<Element, Reading>();
  private readonly links: PageLinks;

  constructor(private readonly page: HtmlPage) {
    this.areas = new ListAreas(page);
    this.links = new PageLinks(page);
  }

  /** Whether an element holds a list of links itself, rather than being an item of one. */
  private holdsList(element: Element, title: string, own: string): boolean {
    /** The URLs of links by the names of the elements around them. */
    const byPlace = new Map<string, { all: Set<string>; long: Set<string> }>();
    const others = new Set<string>();
    for (const link of visibleElements(element, /^a$/)) {
      const url = isOwnLink(this.page, link) ? this.page.resolveUrl(link.attribs.href) : undefined;
      if (url === undefined) continue;
      const [, parent, grandparent] = selfAndAncestors(link);
      const place = `${grandparent?.name} ${parent?.name}`;
      const urls = byPlace.get(place) ?? { all: new Set(), long: new Set() };
      byPlace.set(place, urls);
      if (url !== own) urls.all.add(url);
      if (url !== own && !this.links.isUnique(url)) continue;
      if (!isLongTitle(this.page.textLine(link, 300) ?? '')) continue;
      // With the title, if that is a link like the others.
      urls.long.add(url);
      if (url !== own) others.add(url);
    }
    return (
      (!isLongTitle(title) && others.size > 1) ||
      [...byPlace.values()].some(({ all, long }) => long.size >= MIN_LIST_ITEMS || all.size >= MANY_LINKS)
    );
  }

  private read(item: ListItem): Reading {
    const { page } = this;
    const { head, whole } = item;
    const title = guessItemTitle(page, item);
    const url = guessLink(page, whole, title?.element);
    const nothing = {
      value: 0,
      isDated: false,
      hasProse: false,
      isLong: false,
      isMenu: false,
      isAside: this.areas.isAside(head),
    };
    if (!title || !url || isDate(title.text)) return nothing;
    if (this.holdsList(whole, title.text, url)) return { ...nothing, isList: true };
    if (mediaTypeOfUrl(url)?.startsWith('image/')) return nothing;
    const isOther = !this.links.hosts.has(hostOf(url));
    const words = foldWords(title.text);
    const isMenu = url.replace(/#.*/s, '') === page.url || MENU_TITLE.test(words);
    if (isOther || isMenu) return { ...nothing, url, value: -1, isMenu };
    const isDated = guessDate(page, whole, titleToSkip(page, whole, title)) !== undefined;
    const hasProse = page.text(whole).length - title.text.length >= MIN_PROSE_CHARS;
    const hasText = visibleElements(whole, /^a$/).some((link) => page.textLine(link)) || head.name === 'a';
    // A photo with a caption.
    if (!hasText && !isDated && !hasProse) return { ...nothing, url };
    const isLong = isLongTitle(title.text);
    const { isAside } = nothing;
    const titleValue =
      isLong || isDated
        ? 0.4
        : words.length >= MIN_SHORT_TITLE_CHARS && POST_URL.test(url) && !isAside
          ? 0.3
          : 0;
    const value = titleValue + (isDated ? DATE_VALUE : 0) + (hasProse ? 0.4 : 0);
    return { url, value, isDated, hasProse, isLong, isMenu, isAside };
  }

  private readingOf(item: ListItem): Reading {
    if (item.head !== item.whole) return this.read(item);
    const reading = this.known.get(item.head) ?? this.read(item);
    this.known.set(item.head, reading);
    return reading;
  }

  /**
   * Scores the elements of a list. Posts with dates and summaries count more than titles, and what is beside the
   * main content less. What is no post counts against the list, as do posts beside the content and posts without a
   * date among others.
   *
   * @param picked elements of which each is in an item of the list, or around one: it tells what the others should be
   *   like, wherever they stand
   */
  score(elements: readonly Element[], picked: readonly Element[] = []): ListScore {
    const sample = elements.slice(0, MAX_SAMPLE + 1);
    const items = wholeItems(sample).slice(0, MAX_SAMPLE);
    const models = picked
      .flatMap((each) => itemsHolding(wholeItems(elements), each))
      .map((item) => this.readingOf(item));
    const readings = items.map((item, at) => asPicked(this.readingOf(item), models, at));
    const urls = new Set<string>();
    const posts: Reading[] = [];
    let strays = 0;
    for (const reading of readings) {
      if (reading.url === undefined) strays++;
      else if (!urls.has(reading.url)) posts.push(reading);
      // Picture and title of a post apart.
      else if (models.length) strays += REPEATED_VALUE;
      if (reading.url !== undefined) urls.add(reading.url);
    }
    const isLike = (test: (post: Reading) => boolean) => !models.length || models.some(test);
    const inContent = posts.filter(({ isAside }) => !isAside);
    const isContent = models.length
      ? !models.every(({ isAside }) => isAside)
      : inContent.length * 2 > posts.length || inContent.length >= 3;
    const isDated =
      isLike((each) => each.isDated) && posts.filter((each) => each.isDated).length * 3 >= posts.length;
    const isProse =
      isLike((each) => each.hasProse) && posts.filter((each) => each.hasProse).length * 2 >= posts.length;
    const isLong =
      isLike((each) => each.isLong) && posts.filter((each) => each.isLong).length * 2 >= posts.length;
    const isElsewhere = (post: Reading) => (post.isAside ? isContent : !isContent && models.length > 0);
    const worthOf = (post: Reading) => {
      if (isElsewhere(post) || (isDated && !post.isDated)) return UNLIKE_OTHERS;
      const isLess = (isProse && !post.hasProse) || (isLong && !post.isLong);
      // A few dated posts among many others are a list of their own.
      const own = post.isDated && !isDated ? post.value - DATE_VALUE : post.value;
      const value = isLess && !post.isDated ? SLIGHTLY_UNLIKE_OTHERS : own;
      return isContent || models.length ? value : value * 0.3;
    };
    // Short titles among those of a menu are entries, too.
    if (!models.length && !isDated && !isLong && posts.some(({ isMenu }) => isMenu))
      return { posts: 0, score: 0 };
    const total = posts.map(worthOf).reduce((sum, each) => sum + each, -strays);
    // What is picked should be a post, if it can be: a picture alone has neither title nor link.
    const isReadable = !models.length || models.some(({ url }) => url !== undefined);
    const scale = (elements.length / Math.max(1, readings.length)) * (isReadable ? 1 : UNREADABLE_SHARE);
    return { posts: posts.filter(({ value }) => value > 0).length, score: total * scale };
  }
}
