/** Whether the page's URL may name a photo to open. */
export const photoInUrl = (): boolean => /[?&](tct-)?anh=\w/.test(location.search);
