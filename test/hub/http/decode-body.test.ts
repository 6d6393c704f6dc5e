import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { decodeBody } from '../../../hub/http/decode-body.ts';
import { ProtocolError, TooLargeError } from '../../../hub/http/response-errors.ts';

const TEXT = '<rss version="2.0"><channel><item><title>Bài một</title></item></channel></rss>'.repeat(20);
const plain = Buffer.from(TEXT);
const bomb = Buffer.alloc(33 * 2 ** 20);
const FAST = { level: 1 };
const FAST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe('decoding a body', () => {
  const READ: [encoding: string | undefined, body: Buffer][] = [
    [undefined, plain],
    ['', plain],
    ['identity', plain],
    ['utf-8', plain],
    ['constructor', plain],
    ['gzip', gzipSync(plain)],
    ['GZIP', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['gzip;q=1', gzipSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateSync(plain, { level: 0 })],
    ['deflate', deflateSync(plain, { windowBits: 9 })],
    ['deflate', deflateRawSync(plain)],
    ['deflate', deflateRawSync(plain, { level: 0 })],
    ['deflate', deflateRawSync(Buffer.from('a'))],
    ['gzip, br', brotliCompressSync(gzipSync(plain))],
    ['br,gzip', gzipSync(brotliCompressSync(plain))],
    ['gzip, gzip', gzipSync(gzipSync(plain))],
    ['deflate, gzip', gzipSync(deflateRawSync(plain))],
    ['gzip, identity', gzipSync(plain)],
    ['identity, gzip', gzipSync(plain)],
    [' , gzip,', gzipSync(plain)],
    ['gzip', gzipSync(plain).subarray(0, -8)],
    ['gzip', Buffer.concat([gzipSync(plain.subarray(0, 99)), gzipSync(plain.subarray(99))])],
  ];
  for (const [index, [encoding, body]] of READ.entries())
    it(`${encoding ?? 'without a header'} (${index})`, async () => {
      const read = (await decodeBody(body, encoding)).toString();
      expect(read).to.equal(body.length < 5 ? 'a' : TEXT);
    });

  it('leaves an empty body, whatever the header says', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'gzip, br'])
      expect(await decodeBody(Buffer.alloc(0), encoding)).to.have.length(0);
  });

  const failure = (body: Buffer, encoding: string) =>
    decodeBody(body, encoding).then(
      () => undefined,
      (error: unknown) => error,
    );

  it('stops at 32 MB, after every step', async () => {
    // An empty deflate block, over and over, is a bomb that comes to nothing.
    const nothing = Buffer.alloc(33 * 2 ** 20, Buffer.from([0, 0, 0, 0xff, 0xff]));
    for (const [body, encoding] of [
      [gzipSync(bomb, FAST), 'gzip'],
      [deflateSync(bomb, FAST), 'deflate'],
      [deflateRawSync(bomb, FAST), 'deflate'],
      [brotliCompressSync(bomb, FAST_BROTLI), 'br'],
      [gzipSync(gzipSync(bomb, FAST)), 'gzip, gzip'],
      [gzipSync(nothing, FAST), 'deflate, gzip'],
    ] as const)
      expect(await failure(body, encoding), encoding).to.be.instanceOf(TooLargeError);
  });

  it('refuses more codings than any server needs', async () => {
    expect(await failure(plain, 'gzip,'.repeat(6))).to.be.instanceOf(ProtocolError);
  });

  it('fails for what is not compressed', async () => {
    for (const encoding of ['gzip', 'deflate', 'br'])
      expect(await failure(plain, encoding), encoding).to.be.instanceOf(Error);
  });
});
