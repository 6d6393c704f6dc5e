/**
 * All widgets in one file, for pages that pin it by Subresource Integrity. The readers are in it too: nothing is
 * fetched but what the page's tags ask for.
 */
import { start } from './start.ts';

// Before the widgets are defined: they ask the page where the hub is.
start('tct-all.js', async () => {});
void import('../latest-news/define.ts');
void import('../document-list/define.ts');
void import('../weather/define.ts');
void import('../gallery/define.ts');
