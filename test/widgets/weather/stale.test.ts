import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import type { TctWeather } from '../../../widgets/weather/weather.ts';
import { address, addTag, inState, json, keptCopy, network, part } from '../support.ts';
import { fact, place, stopClock, words } from './support.ts';

const MADE = '2026-11-26T14:40:00+07:00';

describe('an old forecast in tct-weather', () => {
  let net: ReturnType<typeof network>;
  let clock: ReturnType<typeof stopClock>;
  let broken: boolean;
  let answer: unknown;
  beforeEach(() => {
    clock = stopClock(MADE);
    broken = false;
    answer = [place('ha-noi', 'Hà Nội', Date.now())];
    net = network(() => (broken ? new Response('', { status: 503 }) : json(answer)));
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    clock.restore();
    localStorage.clear();
  });
  const shown = async (state: string, src = address()): Promise<TctWeather> => {
    const element = addTag('tct-weather', { src });
    await inState(element, state);
    await element.updateComplete;
    return element;
  };
  const note = (element: Element) => element.shadowRoot!.querySelector('p[role=status]');
  const rows = (element: Element) => element.shadowRoot!.querySelectorAll('tbody tr').length;

  it('is none for three hours', async () => {
    clock.set('2026-11-26T17:40:00+07:00');
    const element = await shown('ready');
    expect(note(element)).to.equal(null);
    expect(words(part(element, 'temperature'))).to.equal('22°C');
  });

  it('from a hub that answers, but has had nothing new, is called so with its time', async () => {
    clock.set('2026-11-26T19:00:00+07:00');
    const element = await shown('stale');
    expect(words(note(element))).to.equal('Chưa có dự báo mới. Đây là dự báo lúc 14:40.');
    expect(note(element)!.getAttribute('role')).to.equal('status');
    expect(words(part(element, 'meta'))).to.include('Cập nhật lúc 14:40.');
  });

  it('gives what was forecast for this hour, not what was measured long ago', async () => {
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
    expect(words(part(element, 'now'))).to.equal('5°C Mưa vừa Từ 18° đến 26°');
    expect(fact(element, 'Độ ẩm')).to.equal(undefined);
    expect(fact(element, 'Khả năng mưa')).to.equal('5%');
    expect(words(element.shadowRoot!.querySelector('tbody th'))).to.equal('19h');
  });

  it('moves on to the next day: what is past is gone', async () => {
    clock.set('2026-11-28T01:00:00+07:00');
    const element = await shown('stale');
    expect(words(note(element))).to.equal('Chưa có dự báo mới. Đây là dự báo lúc 14:40 ngày 26/11/2026.');
    const days = [...element.shadowRoot!.querySelectorAll('[part=item] time')];
    expect(days.map((day) => day.getAttribute('datetime'))[0]).to.equal('2026-11-28');
    expect(words(days[0])).to.match(/^Hôm nay/);
    expect(days).to.have.length(5);
    // 13 hours are left; every third is labelled.
    expect(rows(element)).to.equal(12);
  });

  it('says "yesterday" of yesterday', async () => {
    clock.set('2026-11-27T09:00:00+07:00');
    expect(words(note(await shown('stale')))).to.include('14:40 hôm qua');
  });

  it('that has run out is an error', async () => {
    clock.set('2026-11-29T09:00:00+07:00');
    const element = await shown('error');
    expect(words(part(element, 'error'))).to.include('Không tải được thời tiết.');
    expect(part(element, 'now')).to.equal(null);
  });

  it('is the copy of the last visit where nothing answers', async () => {
    const src = address();
    (await shown('ready', src)).remove();
    await keptCopy(src);
    broken = true;
    clock.set('2026-11-26T15:45:00+07:00');
    const element = await shown('stale', src);
    expect(words(note(element))).to.equal('Chưa có dự báo mới. Đây là dự báo lúc 14:40.');
    expect(words(part(element, 'temperature'))).to.equal('22°C');
  });

  it('is not shown from a copy that has run out', async () => {
    const src = address();
    (await shown('ready', src)).remove();
    await keptCopy(src);
    broken = true;
    clock.set('2026-12-10T15:45:00+07:00');
    await shown('error', src);
  });

  it('is not shown from a copy that is none', async () => {
    broken = true;
    for (const copy of ['{"at":1,"data":{"places":7}}', '{"at":1,"data":{"places":[null,{}]}}', '[]']) {
      const src = address();
      localStorage.setItem(`tct:${src}`, copy);
      await shown('error', src);
    }
  });

  it('is fresh again after a refresh', async () => {
    const element = await shown('ready');
    clock.set('2026-11-26T19:00:00+07:00');
    answer = [place('ha-noi', 'Hà Nội', Date.now(), { current: { temperature_2m: 18 } })];
    await element.reload();
    await element.updateComplete;
    expect(note(element)).to.equal(null);
    expect(words(part(element, 'temperature'))).to.equal('18°C');
    expect(words(part(element, 'meta'))).to.include('19:00');
  });

  it('comes of itself on a page that stays open, and the hours move on', async () => {
    const element = await shown('ready');
    clock.set('2026-11-26T16:10:00+07:00');
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(words(element.shadowRoot!.querySelector('tbody th'))).to.equal('16h');
    expect(note(element)).to.equal(null);
    clock.set('2026-11-26T18:10:00+07:00');
    document.dispatchEvent(new Event('visibilitychange'));
    await inState(element, 'stale');
    await element.updateComplete;
    expect(words(note(element))).to.include('14:40');
    expect(words(element.shadowRoot!.querySelector('tbody th'))).to.equal('18h');
    expect(net.asked).to.have.length(1);
  });

  it('is none where the visitor’s clock is slow', async () => {
    clock.set('2015-01-01T00:10:00+07:00');
    const element = await shown('ready');
    expect(note(element)).to.equal(null);
    expect(words(part(element, 'now'))).to.equal('22°C Có mây Từ 18° đến 26°');
    expect(rows(element)).to.equal(24);
    expect(words(part(element, 'meta'))).to.include('Cập nhật lúc 14:40.');
  });

  it('of one place among fresh ones is said where it is shown', async () => {
    clock.set('2026-11-26T20:00:00+07:00');
    answer = [place('nb', 'Ninh Bình', Date.parse(MADE)), place('hy', 'Hưng Yên', Date.now())];
    const element = await shown('stale');
    expect(words(note(element))).to.include('14:40');
    const box = part<HTMLSelectElement>(element, 'place')!;
    box.selectedIndex = 1;
    box.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(note(element)).to.equal(null);
    expect(element.getAttribute('state')).to.equal('ready');
  });
});
