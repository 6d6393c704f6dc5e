/** Whether the page's URL may name a photo to open. */
export const urlMayNamePhoto = (): boolean => /[?&](tct-)?anh=\w/.test(location.search);
