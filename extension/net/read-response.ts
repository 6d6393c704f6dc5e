import type { Feed } from '../../core/model/feed.ts';
import { parseJson } from '../../core/read/json/parse.ts';
import { readForeign } from '../../core/read/read-foreign.ts';
import type { FetchedResponse } from './fetch-feed.ts';

/** The feed that an answer holds, a hub's too. @throws {NotAFeed} */
export const readResponse = ({ body, url, headers }: FetchedResponse): Promise<Feed> =>
  readForeign(body, parseJson(body), { url, contentType: headers.get('content-type') ?? undefined });
