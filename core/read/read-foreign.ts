import type { Feed, ReadContext } from '../model/feed.ts';

/**
 * A feed of any format; a hub's file too, though whoever only shows one does not need to read it (`is-model.ts`).
 *
 * @param value what the body says as JSON; undefined where it is none
 * @throws {NotAFeed}
 */
export async function readForeign(
  body: Uint8Array | string,
  value: unknown,
  source: ReadContext,
): Promise<Feed> {
  const foreign =
    value !== undefined && (await (await import('./json/read-json.ts')).readJson(value, source.url));
  return foreign || (await import('./xml/read-xml.ts')).readXml(body, source);
}
