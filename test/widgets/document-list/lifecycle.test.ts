import { expect } from 'chai';
import { TctDocumentList } from '../../../widgets/document-list/document-list.ts';
import { expectNoLeaks } from '../leak-check.ts';
import { addElement, item, openPage, part, uniqueUrl, waitForState } from '../support.ts';
import { shownTitles, useDocuments } from './support.ts';

const papers = ['2/QĐ-TCT', '1/QĐ-TCT'].map((number) =>
  item(number, { title: `Văn bản ${number}`, _tct: { precision: 'day', document: { number } } }),
);

describe('the lifecycle of tct-document-list', () => {
  const page = useDocuments(papers);
  const sort = async (element: TctDocumentList) => {
    element.shadowRoot!.querySelector<HTMLElement>('th.number button')!.click();
    await element.updateComplete;
  };

  it('leaks nothing when added, searched, sorted and removed 100 times', async () => {
    const src = uniqueUrl();
    await expectNoLeaks(page.net, src, async (times) => {
      // Safari allows a hundred URL changes in ten seconds.
      const address: Record<string, string> = times % 10 ? {} : { 'state-in-url': '' };
      const element = addElement('tct-document-list', { src, refresh: '5', ...address });
      await waitForState(element, 'ready');
      await sort(element);
      const box = part<HTMLInputElement>(element, 'search')!;
      box.value = times % 2 ? 'van ban' : '';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      element.remove();
    });
  });

  it('keeps properties and attributes set before it was defined', async () => {
    const early = document.createElement('tct-late-documents') as unknown as TctDocumentList;
    early.src = uniqueUrl();
    early.columns = 'number title';
    early.setAttribute('limit', '1');
    document.body.append(early);
    customElements.define('tct-late-documents', class extends TctDocumentList {});
    await waitForState(early, 'ready');
    expect(shownTitles(early)).to.deep.equal(['Văn bản 2/QĐ-TCT']);
    expect(early.shadowRoot!.querySelectorAll('th')).to.have.length(2);
    early.limit = 2;
    await early.updateComplete;
    expect(shownTitles(early)).to.have.length(2);
  });

  it('keeps filters and order when moved', async () => {
    const element = addElement('tct-document-list', { src: uniqueUrl() });
    element.style.width = '900px';
    await waitForState(element, 'ready');
    await sort(element);
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('ready');
    expect(shownTitles(element)).to.deep.equal(['Văn bản 1/QĐ-TCT', 'Văn bản 2/QĐ-TCT']);
    expect(page.net.requested).to.have.length(1);
  });

  it('styles what it loads later in a document that has adopted it, too', async () => {
    const frame = await openPage('');
    const element = addElement('tct-document-list', { src: uniqueUrl(), limit: '1', pages: '' });
    await waitForState(element, 'ready');
    frame.document.body.append(element);
    element.shadowRoot!.querySelectorAll<HTMLElement>('.tools button')[1]!.click();
    await element.updateComplete;
    const display = () => frame.getComputedStyle(element.shadowRoot!.querySelector('#panel')!).display;
    while (display() !== 'grid') await new Promise(requestAnimationFrame);
    expect(part(element, 'options')!.querySelectorAll('[type=checkbox]')).to.have.length(2);
  });
});
