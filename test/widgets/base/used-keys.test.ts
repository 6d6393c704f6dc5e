import { expect } from 'chai';
import { $, readyList, useDocuments } from '../document-list/support.ts';
import { addNews, fakeNetwork, feed, item, json, part, uniqueUrl, waitForState } from '../support.ts';

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'];

/** Presses a key, and returns the types of the events that reach the page's handlers. */
function reachPage(target: Element, key: string, modifiers: KeyboardEventInit = {}): string[] {
  const reached: string[] = [];
  const listener = ({ type }: Event) => reached.push(type);
  for (const type of KEY_EVENTS) document.addEventListener(type, listener);
  for (const type of KEY_EVENTS)
    target.dispatchEvent(
      new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true, ...modifiers }),
    );
  for (const type of KEY_EVENTS) document.removeEventListener(type, listener);
  return reached;
}

describe('keys pressed in a widget', () => {
  useDocuments();

  it('stay there if they edit a field', async () => {
    const element = await readyList();
    $(element, '[aria-expanded]').click();
    await element.updateComplete;
    const fields = ['[part=search]', 'input[type=date]', '[part=filters] select', '.sort select'];
    for (const field of fields)
      for (const key of ['/', 'a', 'đ', ' ', 'Enter', 'Backspace', 'Delete', 'ArrowLeft', 'Home', 'Process'])
        expect(reachPage($(element, field), key), `${key} in ${field}`).to.deep.equal([]);
    const search = part(element, 'search')!;
    for (const shortcut of [
      { key: 'a', ctrlKey: true },
      { key: 'V', metaKey: true, shiftKey: true },
      { key: 'ArrowLeft', ctrlKey: true },
      // AltGr on Windows.
      { key: '@', ctrlKey: true, altKey: true },
    ])
      expect(reachPage(search, shortcut.key, shortcut), JSON.stringify(shortcut)).to.deep.equal([]);
  });

  it('stay there if they press a button or follow a link', async () => {
    const element = await readyList();
    for (const button of ['[aria-expanded]', 'th button']) {
      expect(reachPage($(element, button), 'Enter'), button).to.deep.equal([]);
      expect(reachPage($(element, button), ' '), button).to.deep.equal([]);
    }
    expect(reachPage($(element, 'a'), 'Enter')).to.deep.equal([]);
    expect(reachPage($(element, 'a'), 'Enter', { ctrlKey: true })).to.deep.equal([]);
  });

  it('reach the page if the control does not use them', async () => {
    const element = await readyList();
    const search = part<HTMLInputElement>(element, 'search')!;
    for (const key of ['Tab', 'F2', 'Escape'])
      expect(reachPage(search, key), `${key} in the search`).to.deep.equal(KEY_EVENTS);
    expect(reachPage(search, 'k', { ctrlKey: true })).to.deep.equal(KEY_EVENTS);
    for (const key of ['Escape', '/', 'ArrowLeft', 'j'])
      expect(reachPage($(element, '[aria-expanded]'), key), `${key} on a button`).to.deep.equal(KEY_EVENTS);
    expect(reachPage($(element, 'table'), 'Enter')).to.deep.equal(KEY_EVENTS);
  });

  it('stay there if Escape clears the search', async () => {
    const search = part<HTMLInputElement>(await readyList(), 'search')!;
    search.value = 'nghị quyết';
    expect(reachPage(search, 'Escape')).to.deep.equal([]);
  });

  it('still do what the browser does', async () => {
    const element = await readyList();
    const event = new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true, cancelable: true });
    expect(part(element, 'search')!.dispatchEvent(event)).to.equal(true);
  });

  it('reach the page from the page’s own content in the tag', async () => {
    const element = addNews({ src: uniqueUrl() }, '<input><a href="/tin">Tin</a>');
    expect(reachPage(element.querySelector('input')!, '/')).to.deep.equal(KEY_EVENTS);
    expect(reachPage(element.querySelector('a')!, 'Enter')).to.deep.equal(KEY_EVENTS);
  });

  it('stay there in every widget, also in its message of failure', async () => {
    const net = fakeNetwork(() => json(feed([item('1'), item('2')])));
    const news = addNews({ src: uniqueUrl(), search: '', limit: '1' });
    await waitForState(news, 'ready');
    await news.updateComplete;
    expect(reachPage(part(news, 'search')!, '/')).to.deep.equal([]);
    expect(reachPage(part(news, 'more')!, 'Enter')).to.deep.equal([]);
    net.restore();
    const failing = fakeNetwork(() => Promise.reject(new Error('offline')));
    const failed = addNews({ src: uniqueUrl() });
    await waitForState(failed, 'error');
    await failed.updateComplete;
    expect(reachPage($(failed, '[part=error] button'), 'Enter')).to.deep.equal([]);
    failing.restore();
  });
});
