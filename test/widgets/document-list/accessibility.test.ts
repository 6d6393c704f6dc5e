import { expect } from 'chai';
import { until } from '../gallery/support.ts';
import { axeViolations, openPage, part, waitForState } from '../support.ts';
import { $ } from './support.ts';

describe('tct-document-list', () => {
  afterEach(() => document.body.replaceChildren());

  for (const width of [180, 700, 1100])
    it(`has no axe violations with its panels, pages or nothing found at ${width} px, and does not overflow`, async () => {
      const page = await openPage(
        `<main><h1>Trang</h1><tct-document-list src="/test/widgets/documents.json" pages limit="1" loading="eager"></tct-document-list></main>
        <script async src="/dist/embed/tct.js"></script><script src="/node_modules/axe-core/axe.min.js"></script>`,
      );
      page.frameElement!.setAttribute('style', `width:${width + 16}px;height:900px`);
      const element = page.document.querySelector('tct-document-list')!;
      await waitForState(element, 'ready');
      const root = element.shadowRoot!;
      const check = async (state: string) => {
        expect(await axeViolations(page), state).to.deep.equal([]);
        expect(page.document.documentElement.scrollWidth, state).to.be.at.most(width + 16);
      };
      await until(root, () => !!$(element, 'nav'));
      await check('pages');
      for (const [at, name] of ['filters', 'options'].entries()) {
        root.querySelectorAll<HTMLButtonElement>('.tools button[aria-expanded]')[at]!.click();
        await until(root, () => !!part(element, name)?.querySelector('select'));
        await check(name);
      }
      const search = part<HTMLInputElement>(element, 'search')!;
      search.value = 'không có đâu';
      search.dispatchEvent(new page.InputEvent('input', { bubbles: true }));
      await until(root, () => !!$(element, '.clear'));
      await check('nothing found');
    });
});
