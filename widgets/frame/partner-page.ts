/** `tct-frame.js`: makes each frame that shows `embed.html` as high as its content. At most 300 bytes. */
import { HEIGHT_REQUEST, type HeightMessage } from './height-message.ts';

const frames = () => document.querySelectorAll<HTMLIFrameElement>('iframe[src*="embed.html#"]');

addEventListener('message', ({ source, data }: MessageEvent<HeightMessage | null>) => {
  for (const frame of frames())
    if (frame.contentWindow === source && data!.tctHeight > 0) frame.style.height = `${data!.tctHeight}px`;
});
for (const frame of frames()) frame.contentWindow!.postMessage(HEIGHT_REQUEST, '*');
