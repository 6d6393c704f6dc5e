import type { Feed, Source } from '../feed.ts';
import { isModel } from './is-model.ts';
import { parseJson } from './parse-json.ts';
import { readForeign } from './read-foreign.ts';

/** As `readFeed`, for who puts into words elsewhere what was no feed. @throws {NotAFeed} */
export async function readBytes(body: Uint8Array | string, source: Source): Promise<Feed> {
  const value = parseJson(body);
  return isModel(value) ? value : readForeign(body, value, source);
}
