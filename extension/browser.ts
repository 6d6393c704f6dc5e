/**
 * The browser's extension API, for every other module. In Chromium the pages load webextension-polyfill first (see the
 * build), which defines `browser`. The background uses Chromium's own API, which in Manifest V3 returns promises
 * everywhere except in `onMessage` listeners.
 */
import type { Browser } from 'webextension-polyfill';

const { browser: standard, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser };

export const browser = standard ?? chrome;
