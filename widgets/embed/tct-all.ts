/** All widgets and feed readers in one file, for pages that pin it by Subresource Integrity; it loads no other code. */
import { start } from './start.ts';

// Before the widgets are defined: they look up the hub's URL in the page.
start('tct-all.js', async (url) => (url.endsWith('-debug.js') ? import('../debug/debug.ts') : undefined));
void import('../latest-news/define.ts');
void import('../document-list/define.ts');
void import('../weather/define.ts');
void import('../gallery/define.ts');
