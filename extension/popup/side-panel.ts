import { browser } from '../browser.ts';

/** Chromium's API, from version 116; it may only be called while a click or key press is handled. */
interface ChromiumSidePanel {
  open?: (options: { windowId: number | undefined }) => Promise<void>;
}

const chromium = (browser as unknown as { sidePanel?: ChromiumSidePanel }).sidePanel;
/** Firefox's. */
const { sidebarAction } = browser;

export const hasSidePanel = !!(chromium?.open || sidebarAction);

/**
 * Opens the side panel of a window.
 *
 * @throws if the browser does not think that the user asked for it: do not await anything before calling it
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  if (chromium?.open) await chromium.open({ windowId });
  else await sidebarAction.open();
}
