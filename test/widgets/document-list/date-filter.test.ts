import { expect } from 'chai';
import { $, clickOn, readyList, shownTitles, useDocuments } from './support.ts';

describe('a date filter of tct-document-list', () => {
  useDocuments();

  const open = async () => {
    const element = await readyList();
    await clickOn(element, '.tools button[aria-expanded]');
    const input = $<HTMLInputElement>(element, 'input[type=date]');
    const choose = async (value: string) => {
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    };
    return { element, input, choose };
  };

  it('writes nothing into the field while a part of its date is missing', async () => {
    const { element, input, choose } = await open();
    await choose('2022-02-01');
    expect(shownTitles(element)).to.have.length(1);
    // What a field reports when one of its parts has been cleared, but not the others.
    const written: string[] = [];
    Object.defineProperty(input, 'value', {
      configurable: true,
      get: () => '',
      set: (value: string) => written.push(value),
    });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    expect(written).to.deep.equal([]);
    expect(shownTitles(element)).to.have.length(4);
  });

  it('is emptied by the button that clears all filters', async () => {
    const { element, input, choose } = await open();
    await choose('2022-02-01');
    await clickOn(element, '[part=filters] > button');
    expect(input.value).to.equal('');
    expect(shownTitles(element)).to.have.length(4);
  });

  it('is emptied of a date of which a part is missing, too', async () => {
    const { element, input } = await open();
    const written: string[] = [];
    Object.defineProperty(input, 'value', {
      configurable: true,
      get: () => '',
      set: (value: string) => written.push(value),
    });
    await clickOn(element, '[part=filters] > button');
    expect(written).to.deep.equal(['']);
  });
});
