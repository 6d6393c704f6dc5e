import { expect } from 'chai';
import { addNews, fakeNetwork, feed, item, json, uniqueUrl, waitForState } from '../support.ts';

const NOW = Date.parse('2026-11-23T21:30:00+07:00');

describe('the badge of a new post', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const { now } = Date;
  beforeEach(() => {
    Date.now = () => NOW;
    net = fakeNetwork(() =>
      json(
        feed([
          item('gõ nhầm năm', { date_published: '2062-11-23T08:00:00+07:00' }),
          item('gõ nhầm ngày', { date_published: '2026-11-24T21:30:01+07:00' }),
          item('hẹn giờ', { date_published: '2026-11-24T08:00:00+07:00' }),
          item('ba ngày thiếu một phút', { date_published: '2026-11-20T21:31:00+07:00' }),
          item('ba ngày', { date_published: '2026-11-20T21:30:00+07:00' }),
          item('một tuần', { date_published: '2026-11-16T21:30:00+07:00' }),
          item('không ngày', { date_published: undefined }),
        ]),
      ),
    );
  });
  afterEach(() => {
    Date.now = now;
    net.restore();
    document.body.replaceChildren();
  });

  const ready = async (attributes: Record<string, string> = {}) => {
    const element = addNews({ src: uniqueUrl(), ...attributes });
    await waitForState(element, 'ready');
    await element.updateComplete;
    return element;
  };
  /** Titles of the posts with a badge. */
  const marked = (element: Element) =>
    [...element.shadowRoot!.querySelectorAll('[part=badge]')].map((badge) =>
      badge.parentElement!.querySelector('[part=title]')!.textContent!.slice('Tin '.length),
    );
  const DEFAULT_BADGES = ['hẹn giờ', 'ba ngày thiếu một phút'];

  it('is a word on posts less than three days old', async () => {
    const element = await ready();
    expect(marked(element)).to.deep.equal(DEFAULT_BADGES);
    expect(element.shadowRoot!.querySelector('[part=badge]')!.textContent).to.equal('Mới');
  });

  it('is on posts less than new-for days old', async () => {
    expect(marked(await ready({ 'new-for': '7' }))).to.deep.equal([...DEFAULT_BADGES, 'ba ngày']);
    expect(marked(await ready({ 'new-for': '0.5' }))).to.deep.equal(['hẹn giờ']);
  });

  it('is on half of the posts at most, the newest, also when more are shown', async () => {
    net.restore();
    net = fakeNetwork(() =>
      json(
        feed(
          Array.from({ length: 9 }, (_, index) =>
            item(`${index}`, { date_published: `2026-11-23T1${9 - index}:00:00+07:00` }),
          ),
        ),
      ),
    );
    const element = await ready({ limit: '5' });
    expect(marked(element)).to.deep.equal(['0', '1', '2']);
    element.shadowRoot!.querySelector<HTMLElement>('[part=more]')!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('[part=item]')).to.have.length(9);
    expect(marked(element)).to.deep.equal(['0', '1', '2']);
  });

  it('is on no post if new-for is 0, not even on one dated in the future', async () => {
    expect(marked(await ready({ 'new-for': '0' }))).to.deep.equal([]);
  });

  it('stays on the newest posts if the clock is slow', async () => {
    Date.now = () => NOW - 5 * 86_400_000;
    net.restore();
    net = fakeNetwork(() =>
      json(
        feed(
          ['23T20', '23T10', '22T08', '10T08'].map((hour) =>
            item(hour, { date_published: `2026-11-${hour}:00:00+07:00` }),
          ),
        ),
      ),
    );
    expect(marked(await ready())).to.deep.equal(['23T20', '23T10']);
  });

  it('is on no post of a hub that is out of its order because its date is mistyped', async () => {
    net.restore();
    const posts = ['23', '29', '22', '28', '27', '10'].map((day) =>
      item(day, { date_published: `2026-11-${day}T08:00:00+07:00`, _tct: { school: 'nb' } }),
    );
    net = fakeNetwork(() => json(feed(posts, { _tct: { schools: { nb: { name: 'Ninh Bình' } } } })));
    expect(marked(await ready({ limit: '10' }))).to.deep.equal(['23', '22']);
  });

  it('has the default if new-for is not a number or is removed', async () => {
    expect(marked(await ready({ 'new-for': 'x' })), 'x').to.deep.equal(DEFAULT_BADGES);
    const element = await ready({ 'new-for': '7' });
    element.removeAttribute('new-for');
    await element.updateComplete;
    expect(marked(element), 'removed').to.deep.equal(DEFAULT_BADGES);
  });
});
