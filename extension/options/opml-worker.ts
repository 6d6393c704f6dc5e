/** A worker that reads an OPML file, so that the page stays usable meanwhile; it is stopped to cancel. */
import { decodeBytes } from '../../core/read/charset.ts';
import { type OpmlContent, readOpml } from './opml.ts';

/** What the worker sends: the part that has been read (0 to 1), then the content or the failure. */
export type OpmlReply = { progress: number } | { content: OpmlContent } | { failed: true };

const reply = (message: OpmlReply): void => postMessage(message);

addEventListener('message', ({ data: file }: MessageEvent<Blob>) => {
  file
    .arrayBuffer()
    .then((bytes) => decodeBytes(new Uint8Array(bytes)))
    .then((text) => reply({ content: readOpml(text, (progress) => reply({ progress })) }))
    .catch(() => reply({ failed: true }));
});
