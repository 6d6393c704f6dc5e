import { expect } from 'chai';
import { MAX_BODY_BYTES } from '../../../core/model/limits.ts';
import '../../../widgets/weather/define.ts';
import { addElement, fakeNetwork, part, uniqueUrl, waitForState } from '../support.ts';

const CHUNK_BYTES = 2 ** 20;

/** A response that never ends; counts the chunks that are read, and whether the reader has given up. */
function endless(): { response: Response; read: () => number; cancelled: Promise<void> } {
  let chunks = 0;
  let cancel!: () => void;
  const cancelled = new Promise<void>((resolve) => (cancel = resolve));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks++;
      controller.enqueue(new Uint8Array(CHUNK_BYTES).fill(0x20));
    },
    cancel,
  });
  return { response: new Response(body), read: () => chunks, cancelled };
}

describe('a response without an end', () => {
  let net: ReturnType<typeof fakeNetwork>;
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    delete globalThis.tct;
  });

  for (const tag of ['tct-latest-news', 'tct-weather'] as const) {
    it(`is cut off at the limit: ${tag}`, async () => {
      const { response, read, cancelled } = endless();
      net = fakeNetwork(() => response);
      const element = addElement(tag, { src: uniqueUrl() });
      await waitForState(element, 'error');
      await cancelled;
      // A few chunks more are in the buffers of the streams.
      expect(read()).to.be.within(MAX_BODY_BYTES / CHUNK_BYTES, MAX_BODY_BYTES / CHUNK_BYTES + 4);
      await element.updateComplete;
      expect(part(element, 'error')).to.not.equal(null);
    });

    it(`is cut off at the limit, requested by the loader: ${tag}`, async () => {
      const { response, cancelled } = endless();
      const src = uniqueUrl();
      net = fakeNetwork(() => new Response('', { status: 500 }));
      globalThis.tct = { ahead: new Map([[src, Promise.resolve(response)]]) };
      await waitForState(addElement(tag, { src }), 'error');
      await cancelled;
      // WebKit hides why the stream ended, so that the explanation may ask whether the server answers at all.
      expect(net.inits.filter(({ mode }) => mode !== 'no-cors')).to.deep.equal([]);
    });
  }
});
