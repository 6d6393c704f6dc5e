/**
 * The one door to the browser's API. In Chromium the pages load webextension-polyfill before their own code (see the
 * build), and it is what they find here; the background has its browser's own API, which with Manifest V3 answers in
 * promises too, but for listeners to messages.
 */
import type { Browser } from 'webextension-polyfill';

const { browser: standard, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser };

export const browser = standard ?? chrome;
