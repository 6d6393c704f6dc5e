/** The loader script: fetches the code of the widgets that a page uses when they come near the viewport. */
import { start } from './start.ts';

start('tct.js', (url) => import(url));
