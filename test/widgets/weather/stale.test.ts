import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import type { TctWeather } from '../../../widgets/weather/weather.ts';
import { addElement, cachedCopy, fakeNetwork, json, part, uniqueUrl, waitForState } from '../support.ts';
import { fact, place, stopClock, textOf } from './support.ts';

const MADE = '2026-11-26T14:40:00+07:00';

describe('an old forecast in tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  let clock: ReturnType<typeof stopClock>;
  let broken: boolean;
  let answer: unknown;
  beforeEach(() => {
    clock = stopClock(MADE);
    broken = false;
    answer = [place('ha-noi', 'Hà Nội', Date.now())];
    net = fakeNetwork(() => (broken ? new Response('', { status: 503 }) : json(answer)));
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    clock.restore();
    localStorage.clear();
  });
  const shown = async (state: string, src = uniqueUrl()): Promise<TctWeather> => {
    const element = addElement('tct-weather', { src });
    await waitForState(element, state);
    await element.updateComplete;
    return element;
  };
  const note = (element: Element) => element.shadowRoot!.querySelector('p[role=status]');
  const rows = (element: Element) => element.shadowRoot!.querySelectorAll('tbody tr').length;

  it('counts as fresh for three hours', async () => {
    clock.set('2026-11-26T17:40:00+07:00');
    const element = await shown('ready');
    expect(note(element)).to.equal(null);
    expect(textOf(part(element, 'temperature'))).to.equal('22°C');
  });

  it('is marked with its time when the hub has nothing newer', async () => {
    clock.set('2026-11-26T19:00:00+07:00');
    const element = await shown('stale');
    expect(textOf(note(element))).to.equal('Chưa có dự báo mới. Đây là dự báo lúc 14:40.');
    expect(note(element)!.getAttribute('role')).to.equal('status');
    expect(textOf(part(element, 'meta'))).to.include('Cập nhật lúc 14:40.');
  });

  it('shows the forecast for this hour instead of an old measurement', async () => {
    answer = [
      place('ha-noi', 'Hà Nội', Date.now(), {
        hourly: {
          temperature_2m: [...new Array(48)].map((_, index) => index),
          weather_code: [...new Array(48)].map((_, index) => (index === 5 ? 63 : 0)),
        },
      }),
    ];
    clock.set('2026-11-26T19:05:00+07:00');
    const element = await shown('stale');
    expect(textOf(part(element, 'now'))).to.equal('5°C Mưa vừa Từ 18° đến 26°');
    expect(fact(element, 'Độ ẩm')).to.equal(undefined);
    expect(fact(element, 'Khả năng mưa')).to.equal('5%');
    expect(textOf(element.shadowRoot!.querySelector('tbody th'))).to.equal('19h');
  });

  it('skips past days', async () => {
    clock.set('2026-11-28T01:00:00+07:00');
    const element = await shown('stale');
    expect(textOf(note(element))).to.equal('Chưa có dự báo mới. Đây là dự báo lúc 14:40 ngày 26/11/2026.');
    const days = [...element.shadowRoot!.querySelectorAll('[part=item] time')];
    expect(days.map((day) => day.getAttribute('datetime'))[0]).to.equal('2026-11-28');
    expect(textOf(days[0])).to.match(/^Hôm nay/);
    expect(days).to.have.length(5);
    // 13 hours are left; every third is labelled.
    expect(rows(element)).to.equal(12);
  });

  it('says “yesterday”', async () => {
    clock.set('2026-11-27T09:00:00+07:00');
    expect(textOf(note(await shown('stale')))).to.include('14:40 hôm qua');
  });

  it('is an error once it has run out', async () => {
    clock.set('2026-11-29T09:00:00+07:00');
    const element = await shown('error');
    expect(textOf(part(element, 'error'))).to.include('Không tải được thời tiết.');
    expect(part(element, 'now')).to.equal(null);
  });

  it('comes from the cache when no source answers', async () => {
    const src = uniqueUrl();
    (await shown('ready', src)).remove();
    await cachedCopy(src);
    broken = true;
    clock.set('2026-11-26T15:45:00+07:00');
    const element = await shown('stale', src);
    expect(textOf(note(element))).to.equal('Chưa có dự báo mới. Đây là dự báo lúc 14:40.');
    expect(textOf(part(element, 'temperature'))).to.equal('22°C');
  });

  it('is not shown from a cached copy that has run out', async () => {
    const src = uniqueUrl();
    (await shown('ready', src)).remove();
    await cachedCopy(src);
    broken = true;
    clock.set('2026-12-10T15:45:00+07:00');
    await shown('error', src);
  });

  it('is not shown from an invalid cached copy', async () => {
    broken = true;
    for (const copy of ['{"at":1,"data":{"places":7}}', '{"at":1,"data":{"places":[null,{}]}}', '[]']) {
      const src = uniqueUrl();
      localStorage.setItem(`tct:${src}`, copy);
      await shown('error', src);
    }
  });

  it('becomes fresh after a refresh', async () => {
    const element = await shown('ready');
    clock.set('2026-11-26T19:00:00+07:00');
    answer = [place('ha-noi', 'Hà Nội', Date.now(), { current: { temperature_2m: 18 } })];
    await element.reload();
    await element.updateComplete;
    expect(note(element)).to.equal(null);
    expect(textOf(part(element, 'temperature'))).to.equal('18°C');
    expect(textOf(part(element, 'meta'))).to.include('19:00');
  });

  it('appears by itself on a page that stays open, and the hours advance', async () => {
    const element = await shown('ready');
    clock.set('2026-11-26T16:10:00+07:00');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await element.updateComplete;
    expect(textOf(element.shadowRoot!.querySelector('tbody th'))).to.equal('16h');
    expect(note(element)).to.equal(null);
    clock.set('2026-11-26T18:10:00+07:00');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await waitForState(element, 'stale');
    await element.updateComplete;
    expect(textOf(note(element))).to.include('14:40');
    expect(textOf(element.shadowRoot!.querySelector('tbody th'))).to.equal('18h');
    expect(net.requested).to.have.length(1);
  });

  it('is not assumed if the user’s clock is slow', async () => {
    clock.set('2015-01-01T00:10:00+07:00');
    const element = await shown('ready');
    expect(note(element)).to.equal(null);
    expect(textOf(part(element, 'now'))).to.equal('22°C Có mây Từ 18° đến 26°');
    expect(rows(element)).to.equal(24);
    expect(textOf(part(element, 'meta'))).to.include('Cập nhật lúc 14:40.');
  });

  it('is marked only for the place it concerns', async () => {
    clock.set('2026-11-26T20:00:00+07:00');
    answer = [place('nb', 'Ninh Bình', Date.parse(MADE)), place('hy', 'Hưng Yên', Date.now())];
    const element = await shown('stale');
    expect(textOf(note(element))).to.include('14:40');
    const box = part<HTMLSelectElement>(element, 'place')!;
    box.selectedIndex = 1;
    box.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(note(element)).to.equal(null);
    expect(element.getAttribute('state')).to.equal('ready');
  });
});
