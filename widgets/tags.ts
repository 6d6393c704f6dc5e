/** The widgets, each with the hub's file that it loads by default. */
export const HUB_FILES: Record<string, string> = {
  'tct-latest-news': 'news.json',
  'tct-document-list': 'documents.json',
  'tct-weather': 'weather.json',
  'tct-gallery': 'gallery.json',
};
export const TAGS = Object.keys(HUB_FILES);
