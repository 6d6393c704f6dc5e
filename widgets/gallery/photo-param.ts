/** The parameter of a page's address that names the photo to be shown large. */
export const NAME = 'anh';

/** The photo that the page's address names, by its key. */
export const namedPhoto = (): string | undefined => /[?&]anh=(\w+)/.exec(location.search)?.[1];
