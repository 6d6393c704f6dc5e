import { lazyLocales } from './locale.ts';

// English comes with the widgets, loaded when a page asks for it.
lazyLocales.set('en', async () => (await import('./en/en.ts')).en);
