import { attachmentMediaType, isImageUrl } from '../../core/read/media-type.ts';

/** A picture's type. Without an extension it is most likely a JPEG, and blocks only look for `image/`. */
export const pictureType = (url: string) => (isImageUrl(url) ? attachmentMediaType(url) : 'image/jpeg');
