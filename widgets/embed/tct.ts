/** The one script: fetches only the code of widgets that the page uses, when they are near. */
import { start } from './start.ts';

start('tct.js', (address) => import(address));
