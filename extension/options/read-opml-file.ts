import { browser } from '../browser.ts';
import type { OpmlContent } from './opml.ts';
import type { OpmlReply } from './opml-worker.ts';

/**
 * Reads an OPML file in a worker.
 *
 * @param onProgress receives the part that has been read, 0 to 1
 * @param signal cancels the reading; the promise then never settles
 * @throws Error if it is not OPML
 */
export function readOpmlFile(
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<OpmlContent> {
  const worker = new Worker(browser.runtime.getURL('opml-worker.js'), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  return new Promise<OpmlContent>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<OpmlReply>) => {
      if ('progress' in data) onProgress(data.progress);
      else if ('content' in data) resolve(data.content);
      else reject(new Error('not OPML'));
    });
    worker.addEventListener('error', () => reject(new Error('the worker failed')));
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
