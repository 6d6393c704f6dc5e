import { lazyLocales } from './locale.ts';

// English is part of the widgets, but only fetched by pages that use it.
lazyLocales.set('en', async () => (await import('./en/en.ts')).en);
