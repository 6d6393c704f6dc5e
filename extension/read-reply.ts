import type { Feed } from '../core/feed.ts';
import { parseJson } from '../core/read/parse-json.ts';
import { readForeign } from '../core/read/read-foreign.ts';
import type { Reply } from './ask.ts';

/** The feed that an answer holds, a hub's too. @throws {NotAFeed} */
export const readReply = ({ body, url, headers }: Reply): Promise<Feed> =>
  readForeign(body, parseJson(body), { url, contentType: headers.get('content-type') ?? undefined });
