import { browser } from '../browser.ts';

/** Where the page is shown: in the toolbar button's popup, in the browser's side panel, or in a tab. */
export type Place = 'popup' | 'panel' | 'tab';

export const isPopup = (): boolean => browser.extension.getViews({ type: 'popup' }).includes(window);

export async function placeOfPage(): Promise<Place> {
  if (isPopup()) return 'popup';
  return (await browser.tabs.getCurrent()) ? 'tab' : 'panel';
}
