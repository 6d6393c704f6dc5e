import { expect } from 'chai';
import { TctDocumentList } from '../../../widgets/document-list/document-list.ts';
import { leavesNothing } from '../leak-check.ts';
import { address, addTag, inState, item, part } from '../support.ts';
import { eachTimePapers, shown } from './support.ts';

const papers = ['2/QĐ-TCT', '1/QĐ-TCT'].map((number) =>
  item(number, { title: `Văn bản ${number}`, _tct: { precision: 'day', document: { number } } }),
);

describe('the life of tct-document-list', () => {
  const page = eachTimePapers(papers);
  const sort = async (element: TctDocumentList) => {
    element.shadowRoot!.querySelector<HTMLElement>('th.number button')!.click();
    await element.updateComplete;
  };

  it('leaves nothing behind: 100 times added, searched, sorted, and removed', async () => {
    const src = address();
    await leavesNothing(page.net, src, async (times) => {
      // Safari lets a page write its address a hundred times in ten seconds.
      const address: Record<string, string> = times % 10 ? {} : { 'state-in-url': '' };
      const element = addTag('tct-document-list', { src, refresh: '5', ...address });
      await inState(element, 'ready');
      await sort(element);
      const box = part<HTMLInputElement>(element, 'search')!;
      box.value = times % 2 ? 'van ban' : '';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      element.remove();
    });
  });

  it('takes over what was set before it was defined', async () => {
    const early = document.createElement('tct-late-documents') as unknown as TctDocumentList;
    early.src = address();
    early.columns = 'number title';
    early.setAttribute('limit', '1');
    document.body.append(early);
    customElements.define('tct-late-documents', class extends TctDocumentList {});
    await inState(early, 'ready');
    expect(shown(early)).to.deep.equal(['Văn bản 2/QĐ-TCT']);
    expect(early.shadowRoot!.querySelectorAll('th')).to.have.length(2);
    early.limit = 2;
    await early.updateComplete;
    expect(shown(early)).to.have.length(2);
  });

  it('keeps what was chosen when it is moved', async () => {
    const element = addTag('tct-document-list', { src: address() });
    element.style.width = '900px';
    await inState(element, 'ready');
    await sort(element);
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('ready');
    expect(shown(element)).to.deep.equal(['Văn bản 1/QĐ-TCT', 'Văn bản 2/QĐ-TCT']);
    expect(page.net.asked).to.have.length(1);
  });
});
