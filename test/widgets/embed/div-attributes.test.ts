import { expect } from 'chai';
import { openPage, waitForState } from '../support.ts';

const SCRIPT = '<script src="/dist/embed/tct.js"></script>';

interface Declaration {
  tagName?: string;
  attributes?: { name: string }[];
}

/** Attributes of every element, of some elements, and names that are made up. */
const UNDECLARED =
  'style id class slot hidden popover is part exportparts title dir role tabindex contenteditable draggable inert nonce autofocus itemprop accesskey aria-hidden aria-label onclick onfocus onload onanimationend onbeforetoggle href srcdoc formaction state feed renderitem xmlns tct-room'.split(
    ' ',
  );

describe('the attributes of a div with data-tct', () => {
  afterEach(() => document.body.replaceChildren());

  it('become those of the widget if it declares them, and no others that could harm', async () => {
    const manifest: { modules: { declarations?: Declaration[] }[] } = await (
      await fetch('/dist/npm/custom-elements.json')
    ).json();
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName);
    expect(elements).to.have.length(4);
    const declared = new Set(elements.flatMap(({ attributes = [] }) => attributes.map(({ name }) => name)));
    const written = [...declared, ...UNDECLARED].map((name) => `data-${name}="1"`).join(' ');
    for (const { tagName, attributes = [] } of elements) {
      const page = await openPage(
        `${SCRIPT}<div data-tct="${tagName!.slice(4)}" ${written.replace('data-loading="1"', 'data-loading="eager"')}></div>`,
      );
      await page.customElements.whenDefined(tagName!);
      const element = page.document.querySelector<HTMLElement>(tagName!)!;
      await waitForState(element, 'loading', 'ready', 'error', 'empty');
      // The loader itself writes `--tct-room` into `style`, and the widget its `state`.
      const names = element.getAttributeNames().filter((name) => !['style', 'state'].includes(name));
      expect(names, tagName).to.include.members(attributes.map(({ name }) => name));
      // The loader itself reads some that another widget has.
      expect(names.filter((name) => !declared.has(name))).to.deep.equal([]);
      expect([...element.style], tagName).to.deep.equal(['--tct-room']);
    }
  });

  it('lay nothing over the page', async () => {
    const page = await openPage(
      `${SCRIPT}<div data-tct="latest-news" data-src="/test/widgets/news.json" data-loading="eager" data-limit="1000000000" data-style="position:fixed;inset:0;z-index:9" data-class="overlay" data-id="main"></div>`,
    );
    const element = page.document.querySelector('tct-latest-news')!;
    expect(page.getComputedStyle(element).minHeight).to.match(/^\d{1,4}px$/);
    await waitForState(element, 'ready');
    expect(page.getComputedStyle(element).position).to.equal('static');
    expect([element.id, element.className]).to.deep.equal(['', '']);
  });

  it('start no widget that has the name of a built-in', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const page = await openPage(`${SCRIPT}<div data-tct="${name}"><p>Tin</p></div>`);
      expect(page.document.querySelector('[data-tct]')!.innerHTML, name).to.equal('<p>Tin</p>');
    }
  });
});
