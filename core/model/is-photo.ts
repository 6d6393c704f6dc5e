import type { Attachment } from './feed.ts';

/** Whether an attachment is a photo, rather than a file to download. */
export const isPhoto = ({ mime_type }: Attachment): boolean => mime_type.startsWith('image/');
