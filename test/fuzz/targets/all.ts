import type { Target } from '../target.ts';
import { keptCopies, opml, policies } from './browser.ts';
import { feeds } from './feeds.ts';
import { configuration, state } from './files.ts';
import { pages } from './pages.ts';

export const TARGETS: readonly Target[] = [feeds, pages, configuration, state, opml, policies, keptCopies];
