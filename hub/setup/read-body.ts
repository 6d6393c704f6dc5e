import type { IncomingMessage } from 'node:http';
import type { Words } from './api.ts';

/** A list of schools in OPML is the longest that is sent. */
const MAX_BYTES = 2_000_000;

/** The body of a call cannot be taken. */
export class BodyError extends Error {
  override readonly name = 'BodyError';

  /** @param field the part of the body that is wrong, as `schools.0.id` */
  constructor(
    /** HTTP status */
    readonly status: 400 | 404 | 413 | 415,
    readonly words: Words,
    readonly field?: string,
  ) {
    super(words.vi);
  }
}

/** Reads a JSON body. @throws BodyError */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new BodyError(415, {
      vi: 'Yêu cầu phải là JSON (Content-Type: application/json).',
      en: 'The request must be JSON (Content-Type: application/json).',
    });
  const tooLong = () =>
    new BodyError(413, {
      vi: `Yêu cầu dài quá ${MAX_BYTES / 1e6} MB.`,
      en: `The request is longer than ${MAX_BYTES / 1e6} MB.`,
    });
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) throw tooLong();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw tooLong();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new BodyError(400, { vi: 'Yêu cầu không phải JSON đúng.', en: 'The request is not valid JSON.' });
  }
}
