/** Decompresses the body of a response. */
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { MAX_BODY_BYTES } from '../../core/model/limits.ts';
import { ProtocolError, TooLargeError } from './response-errors.ts';

/** More codings than any server needs, as in curl. */
const MAX_CODINGS = 5;

/** As in browsers, a compressed body may be incomplete. Truncated responses are detected by their `Content-Length`. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_BODY_BYTES };

const gunzipLeniently = (body: Buffer) => promisify(gunzip)(body, LENIENT);

/** Content codings (RFC 9110, section 8.4.1) that change the body. */
const DECODERS: Record<string, (body: Buffer) => Promise<Buffer>> = {
  gzip: gunzipLeniently,
  'x-gzip': gunzipLeniently,
  // Some servers leave out the zlib header, whose first byte names the method: 8.
  deflate: (body) => promisify((body[0]! & 0x0f) === 8 ? inflate : inflateRaw)(body, LENIENT),
  br: (body) => promisify(brotliDecompress)(body, { maxOutputLength: MAX_BODY_BYTES }),
};

/**
 * Undoes the content codings of a body, the last one first. Unknown ones, and `identity`, are ignored.
 *
 * @param encoding the header `Content-Encoding`
 * @throws TooLargeError if the body is too large after any step, so that a bomb within a bomb costs no more than one
 * @throws ProtocolError, or the error of the decoder
 */
export async function decodeBody(body: Buffer, encoding = ''): Promise<Buffer> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    // Some servers add `;q=1`.
    .map((coding) => coding.replace(/;.*/, '').trim())
    .filter((coding) => Object.hasOwn(DECODERS, coding));
  if (codings.length > MAX_CODINGS) throw new ProtocolError();
  let decoded = body;
  for (const coding of codings.reverse()) {
    // A response without a body, such as a 304, may have the header of the full one.
    if (!decoded.length) break;
    try {
      decoded = await DECODERS[coding]!(decoded);
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new TooLargeError() : error;
    }
  }
  return decoded;
}
