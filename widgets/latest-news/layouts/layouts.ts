import type { LitElement, TemplateResult } from 'lit';
import type { Item } from '../../../core/model/feed.ts';
import { addStyles } from '../../base/add-styles.ts';
import type { FeedController } from '../../data/feed-controller.ts';
import type { Locale } from '../../locale/types/locale.ts';
import { styles as bigPictures } from './big-pictures.styles.ts';
import { placeholder } from './placeholder.ts';
import { styles as timelineStyles } from './timeline.styles.ts';
import { timeline, timeOfDay } from './timeline.ts';

/** Adds the styles of the layouts that are loaded when they are used. */
export const addLayoutStyles = (element: LitElement): void => addStyles(element, bigPictures, timelineStyles);

/** The widget that is laid out. */
interface LayoutHost {
  readonly layout: string;
  readonly headingLevel: number;
}

/** In what a layout differs from the list. */
export interface Layout {
  /** Formats the date of a post; empty if the layout shows it elsewhere. */
  date: Locale['date'];
  /** Whether a post has a big picture. */
  isBig: (index: number) => boolean;
  /** What stands in for the big picture of a post until it is loaded, and if there is none. */
  placeholder: (post: Item) => unknown;
  /** Renders all posts; `list` renders some of them as a list. */
  render: (list: (posts: readonly Item[]) => TemplateResult) => TemplateResult;
}

/**
 * @param host its layout is `cards`, `headlines` or `timeline`
 * @param posts that are shown
 * @param now ms since the epoch
 */
export function createLayout(
  { layout: name, headingLevel: level }: LayoutHost,
  source: FeedController,
  posts: readonly Item[],
  locale: Locale,
  now: number,
): Layout {
  const isTimeline = name === 'timeline';
  // Where no post has a picture, none misses it.
  const hasPictures = posts.some(({ image }) => image);
  return {
    date: isTimeline ? timeOfDay(locale) : locale.date,
    isBig: (index) => name === 'cards' || (name === 'headlines' && !index),
    placeholder: (post) =>
      hasPictures
        ? placeholder(post._tct?.school ?? '', source.schoolNameOf(post) ?? '', !post.image)
        : undefined,
    render: (list) =>
      isTimeline
        ? timeline(posts, source.dayOf, list, Math.min(6, (level || 2) + 1), locale, now)
        : list(posts),
  };
}
