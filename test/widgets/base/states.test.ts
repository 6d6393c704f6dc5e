import { expect } from 'chai';
import type { TctLatestNews } from '../../../widgets/latest-news/latest-news.ts';
import { add, address, feed, inState, item, json, keptCopy, network, part, titles } from '../support.ts';

describe('<tct-latest-news> states', () => {
  let made: TctLatestNews[] = [];
  let net: ReturnType<typeof network> | undefined;
  const show = (attributes: Record<string, string>, inner?: string) => {
    const element = add(attributes, inner);
    made.push(element);
    return element;
  };
  afterEach(() => {
    for (const element of made) element.remove();
    made = [];
    net?.restore();
    localStorage.clear();
  });

  it('loading, then ready', async () => {
    let answer!: (response: Response) => void;
    net = network(() => new Promise((resolve) => (answer = resolve)));
    const element = show({ src: address() });
    await inState(element, 'loading');
    expect(element.shadowRoot!.querySelectorAll('.skeleton-line')).to.have.length(10);
    answer(json(feed([item('1'), item('2')])));
    await inState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1', 'Tin 2']);
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.equal(null);
  });

  it('empty', async () => {
    net = network(() => json(feed([])));
    const element = show({ src: address() });
    await inState(element, 'empty');
    expect(element.shadowRoot!.textContent).to.contain('Chưa có tin nào');
  });

  it('error, with a button that tries again, and an event that says why', async () => {
    let broken = true;
    net = network(() => (broken ? new Response('', { status: 503 }) : json(feed([item('1')]))));
    const element = document.createElement('tct-latest-news');
    const told = new Promise<CustomEvent>((resolve) =>
      element.addEventListener('tct-error', (event) => resolve(event as CustomEvent)),
    );
    element.src = address();
    document.body.append(element);
    made.push(element);
    await inState(element, 'error');
    expect(String((await told).detail.error)).to.contain('503');
    broken = false;
    part(element, 'error')!.querySelector('button')!.click();
    await inState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
  });

  it('after another try the focus is on the first post, or on the button again; not if it has gone elsewhere', async () => {
    let broken = true;
    let wait = Promise.resolve();
    net = network(() =>
      wait.then(() => (broken ? new Response('', { status: 503 }) : json(feed([item('1')])))),
    );
    const field = document.createElement('input');
    document.body.append(field);
    for (const [elsewhere, good, on] of [
      [false, false, 'Thử lại'],
      [false, true, 'Tin 1'],
      [true, true, undefined],
    ] as const) {
      broken = true;
      const element = show({ src: address() });
      await inState(element, 'error');
      await element.updateComplete;
      const button = part(element, 'error')!.querySelector('button')!;
      button.focus();
      let go!: () => void;
      wait = new Promise((resolve) => (go = resolve));
      broken = !good;
      button.click();
      await inState(element, 'loading');
      await element.updateComplete;
      if (elsewhere) field.focus();
      go();
      await inState(element, good ? 'ready' : 'error');
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      expect(element.shadowRoot!.activeElement?.textContent).to.equal(on);
    }
    field.remove();
  });

  it('error where there is nothing to read', async () => {
    net = network(() => json(feed([])));
    const element = show({});
    await inState(element, 'error');
    expect(net.asked).to.deep.equal([]);
  });

  it('stale: the last good copy, and from when', async () => {
    const src = address();
    let broken = false;
    net = network(() => (broken ? new Response('', { status: 500 }) : json(feed([item('1')]))));
    const first = show({ src });
    await inState(first, 'ready');
    broken = true;
    await first.reload();
    // Within a minute the page's widgets share an answer, so the copy is met by another page: another address of it.
    localStorage.setItem(`tct:${src}?2`, await keptCopy(src));
    const second = show({ src: `${src}?2` });
    await inState(second, 'stale');
    expect(titles(second)).to.deep.equal(['Tin 1']);
    expect(second.shadowRoot!.textContent).to.contain('bản lưu');
  });

  it('the fallback stays until there is data, and if it never comes', async () => {
    let answer!: (response: Response) => void;
    net = network(() => new Promise((resolve) => (answer = resolve)));
    const element = show({ src: address() }, '<a href="/tin">Tin tức</a>');
    await inState(element, 'loading');
    const slot = element.shadowRoot!.querySelector('slot')!;
    expect([slot.hidden, element.shadowRoot!.querySelector('.skeleton-line')]).to.deep.equal([false, null]);
    answer(json(feed([item('1')])));
    await inState(element, 'ready');
    expect(slot.hidden).to.equal(true);
    net.restore();
    net = network(() => new Response('', { status: 404 }));
    const broken = show({ src: address() }, '<a href="/tin">Tin tức</a>');
    await inState(broken, 'error');
    expect(broken.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
  });

  it('one broken source does not hide the others, and is named', async () => {
    const good = address();
    net = network((url) => (url === good ? json(feed([item('1')])) : new Response('', { status: 500 })));
    const element = show({ src: `${good} https://hong.example/rss` });
    await inState(element, 'ready');
    expect(titles(element)).to.deep.equal(['Tin 1']);
    expect(element.shadowRoot!.textContent).to.contain('Chưa tải được: hong.example');
  });

  it('white space is no fallback; one that comes later takes the place of the skeleton', async () => {
    net = network(() => new Promise(() => {}));
    const element = show({ src: address() }, '\n  \u00a0 ');
    await inState(element, 'loading');
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.not.equal(null);
    element.append(document.createElement('p'));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (element.shadowRoot!.querySelector('.skeleton-line')) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    });
    expect(part(element, 'heading')).to.equal(null);
  });
});
