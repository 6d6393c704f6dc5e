/** The query parameter that names the photo to open. */
export const PHOTO_PARAM = 'anh';

/** The key of the photo that the page's URL names. */
export const photoInUrl = (): string | undefined => /[?&]anh=(\w+)/.exec(location.search)?.[1];
