import type { Attachment } from '../../core/model/feed.ts';

const VIDEO_FILE = /\.(mp4|m4v|mov|avi|wmv|flv|webm|m3u8)(?=[?#]|$)/i;
const VIDEO_SITE =
  /^https?:\/\/([\w-]+\.)*(youtu\.be|youtube(-nocookie)?\.com|vimeo\.com|dailymotion\.com)\//i;

/** Whether a URL is a film, or a page of a site that shows films. */
export const isVideoUrl = (url: string): boolean => VIDEO_FILE.test(url) || VIDEO_SITE.test(url);

/** Whether a file is a video, whatever type its source gives. */
export const isVideo = ({ mime_type, url }: Attachment): boolean =>
  mime_type.startsWith('video/') || isVideoUrl(url);
