import type { ShownImages } from './images.ts';
import { SlowAnswers } from './slow-answers.ts';
import { type Route, sendText } from './static-files.ts';
import type { SetupTools } from './tools.ts';

/** Days would be possible: what lies under a name never changes. */
const CACHE_PICTURES = 'private, max-age=3600';

/** The feeds that the page shows, and the pictures in them. */
export function feedRoutes({ feeds, images }: Pick<SetupTools, 'feeds' | 'images'>): Route[] {
  const pictures = new SlowAnswers<Awaited<ReturnType<ShownImages['fetch']>>>();
  return [
    {
      path: /^\/feeds\/([\w-]+)\.json$/,
      handle: (_, response, [, id = '']) => {
        const json = feeds.get(id);
        if (json === undefined) return sendText(response, 404, 'Không có danh sách này.');
        response.writeHead(200, { 'Content-Type': 'application/feed+json; charset=utf-8' }).end(json);
      },
    },
    {
      path: /^\/images\/([\w-]+)$/,
      handle: async (request, response, [, id = '']) => {
        const done = await pictures.wait(request, response, (signal) => images.fetch(id, signal));
        if (!done) return;
        const image = done.result;
        if (!image) return sendText(response, 404, 'Không có ảnh này.');
        response.writeHead(200, { 'Content-Type': image.type, 'Cache-Control': CACHE_PICTURES });
        response.end(image.bytes);
      },
    },
  ];
}
