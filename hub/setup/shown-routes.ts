import type { LoadedAsset } from './shown-assets.ts';
import { SlowAnswers } from './slow-answers.ts';
import { type Route, sendText } from './static-files.ts';
import type { SetupTools } from './tools.ts';

/** The frame runs nothing and loads only from here. Its sandbox holds even if it is opened outside the console. */
const FRAME_POLICY = [
  "default-src 'none'",
  "img-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

const CACHE_ASSETS = 'private, max-age=3600';

/** The pages that are shown, and what they load. */
export function shownRoutes({ pages, assets }: Pick<SetupTools, 'pages' | 'assets'>): Route[] {
  const slow = new SlowAnswers<LoadedAsset | undefined>();
  return [
    {
      path: /^\/shown\/([\w-]+)$/,
      handle: (_, response, [, id = '']) => {
        const html = pages.open(id);
        if (html === undefined) return sendText(response, 404, 'Trang này không còn được giữ.');
        response.setHeader('Content-Security-Policy', FRAME_POLICY);
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
      },
    },
    {
      path: /^\/shown\/([\w-]+)\/assets\/(\d{1,4})$/,
      handle: async (request, response, [, id = '', number]) => {
        const page = pages.get(id);
        if (!page) return sendText(response, 404, 'Không có tệp này.');
        const load = (signal: AbortSignal) => assets.load(page, Number(number), signal);
        const done = await slow.wait(request, response, load);
        if (!done) return;
        const loaded = done.result;
        if (!loaded) return sendText(response, 404, 'Không có tệp này.');
        response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
        response.writeHead(200, { 'Content-Type': loaded.type, 'Cache-Control': CACHE_ASSETS });
        response.end(loaded.body);
      },
    },
  ];
}
