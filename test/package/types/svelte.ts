import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'tct-widgets/svelte';

/** What a template may write in a tag. */
export const news: SvelteHTMLElements['tct-latest-news'] = {
  class: 'news',
  layout: 'cards',
  limit: 3,
  'heading-level': 3,
  debug: true,
  onclick: () => {},
  'ontct-load': ({ detail }) => detail.feed.items.length,
};
export const gallery: SvelteHTMLElements['tct-gallery'] = {
  // @ts-expect-error there is no such layout
  layout: 'list',
};
export const weather: SvelteHTMLElements['tct-weather'] = {
  // @ts-expect-error a forecast has no items
  'ontct-load': ({ detail }) => detail.feed.items,
};
