/** The one door to the browser's API: whoever needs it asks here, so that what stands behind can be changed. */
import browser from 'webextension-polyfill';

export { browser };
