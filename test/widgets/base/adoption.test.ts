import { expect } from 'chai';
import {
  addNews,
  fakeNetwork,
  feed,
  item,
  json,
  openPage,
  part,
  uniqueUrl,
  waitForState,
} from '../support.ts';

describe('a widget that another document adopts', () => {
  let net: ReturnType<typeof fakeNetwork>;
  beforeEach(() => {
    net = fakeNetwork(() => json(feed([item('1'), item('2')])));
  });
  afterEach(() => {
    net.restore();
    document.body.replaceChildren();
  });

  for (const layout of ['list', 'cards'])
    it(`keeps its styles, there and back, in the layout ${layout}`, async () => {
      const page = await openPage('');
      const element = addNews({ src: uniqueUrl(), layout });
      await waitForState(element, 'ready');
      await element.updateComplete;
      const root = element.shadowRoot!;
      const count = root.adoptedStyleSheets.length;
      for (const body of [page.document.body, document.body]) {
        body.append(element);
        while (root.adoptedStyleSheets.length < count) await new Promise(requestAnimationFrame);
        const { fontWeight } = body.ownerDocument.defaultView!.getComputedStyle(part(element, 'heading')!);
        expect(fontWeight).to.equal('700');
        const list = body.ownerDocument.defaultView!.getComputedStyle(part(element, 'list')!);
        expect(list.display).to.equal(layout === 'cards' ? 'grid' : 'block');
      }
    });
});
