import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import { fc } from '../../property.ts';
import { addElement, fakeNetwork, json, part, uniqueUrl, waitForState } from '../support.ts';
import { forecast, place, textOf, threePlaces } from './support.ts';

describe('the states of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork> | undefined;
  afterEach(() => {
    document.body.replaceChildren();
    net?.restore();
    localStorage.clear();
  });

  it('is loading with the fallback, then ready', async () => {
    let answer!: (response: Response) => void;
    net = fakeNetwork(() => new Promise((resolve) => (answer = resolve)));
    const bare = addElement('tct-weather', { src: uniqueUrl() });
    await waitForState(bare, 'loading');
    expect(bare.shadowRoot!.querySelector('.skeleton-line')).to.not.equal(null);
    bare.remove();
    const element = addElement(
      'tct-weather',
      { src: uniqueUrl() },
      '<a href="/thoi-tiet">Thời tiết ở trang khác</a>',
    );
    await waitForState(element, 'loading');
    const slot = element.shadowRoot!.querySelector('slot')!;
    expect(slot.hidden).to.equal(false);
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.equal(null);
    answer(json(threePlaces()));
    await waitForState(element, 'ready');
    await element.updateComplete;
    expect(slot.hidden).to.equal(true);
    expect(textOf(part(element, 'now'))).to.include('22°C');
  });

  it('is error with the fallback and a retry button', async () => {
    let broken = true;
    net = fakeNetwork(() => (broken ? new Response('', { status: 503 }) : json(threePlaces())));
    const element = addElement('tct-weather', { src: uniqueUrl() }, '<p>Thời tiết</p>');
    await waitForState(element, 'error');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
    expect(textOf(part(element, 'error'))).to.equal('Không tải được thời tiết.Thử lại');
    broken = false;
    part(element, 'error')!.querySelector('button')!.click();
    await waitForState(element, 'ready');
  });

  it('is empty if the hub has no places', async () => {
    net = fakeNetwork(() => json([]));
    const element = addElement('tct-weather', { src: uniqueUrl() });
    await waitForState(element, 'empty');
    await element.updateComplete;
    expect(textOf(element.shadowRoot!.querySelector('.root'))).to.equal('Thời tiết Chưa có dự báo.');
  });

  const NONE: [what: string, body: string][] = [
    ['a refusal', '{"error":true,"reason":"Latitude must be in range of -90 to 90°."}'],
    ['a page', '<!doctype html><title>404</title>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a feed', '{"version":"https://jsonfeed.org/version/1.1","title":"Tin","items":[]}'],
    ['tables of another kind', '[{"id":"x","current":[],"hourly":{"time":"now"},"daily":{"time":[1,2]}}]'],
  ];
  for (const [what, body] of NONE)
    it(`is error if the response is ${what}`, async () => {
      net = fakeNetwork(() => new Response(body));
      const element = document.createElement('tct-weather');
      const errorEvent = new Promise<CustomEvent>((resolve) =>
        element.addEventListener('tct-error', (event) => resolve(event as CustomEvent)),
      );
      element.src = uniqueUrl();
      document.body.append(element);
      await waitForState(element, 'error');
      if (body.includes('reason'))
        expect(String((await errorEvent).detail.error)).to.include('Latitude must be');
    });

  it('skips unreadable places, and treats text as text', async () => {
    net = fakeNetwork(() =>
      json([
        { id: 'x', name: 'Hỏng' },
        place('nb', '<img src=x onerror=alert(1)>'),
        null,
        'x',
        place('hy', 'Hưng Yên'),
      ]),
    );
    const element = addElement('tct-weather', { src: uniqueUrl() });
    await waitForState(element, 'ready');
    await element.updateComplete;
    expect([...part<HTMLSelectElement>(element, 'place')!.options].map(textOf)).to.deep.equal([
      '<img src=x onerror=alert(1)>',
      'Hưng Yên',
    ]);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('tolerates any response', async function () {
    this.timeout(60_000);
    const valid = place('nb', 'Ninh Bình');
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('2026-13-45', '9999-12-31T23:59', '275760-09-13', 1e308, -1e308),
    );
    const columns = (table: Record<string, unknown[]>) =>
      fc.record(
        Object.fromEntries(
          Object.entries(table).map(([name, values]) => [
            name,
            fc.oneof(
              fc.constant(values),
              junk,
              fc.array(fc.oneof(junk, fc.constantFrom(...values)), { maxLength: 30 }),
            ),
          ]),
        ),
        { requiredKeys: [] },
      );
    const answers = fc.record(
      {
        id: fc.oneof(fc.constant('nb'), junk),
        name: fc.oneof(fc.constant('Ninh Bình'), junk),
        fetched_at: fc.oneof(fc.constant(valid.fetched_at), junk),
        utc_offset_seconds: fc.oneof(fc.constant(25_200), junk),
        current: fc.oneof(
          fc.record(
            Object.fromEntries(
              Object.entries(valid.current).map(([name, value]) => [
                name,
                fc.oneof(fc.constant(value), junk),
              ]),
            ),
          ),
          junk,
        ),
        hourly: fc.oneof(columns(valid.hourly), junk),
        daily: fc.oneof(columns(valid.daily), junk),
      },
      { requiredKeys: [] },
    );
    let failure: unknown;
    const caught = (event: ErrorEvent | PromiseRejectionEvent) => {
      failure = 'reason' in event ? event.reason : event.error;
      event.preventDefault();
    };
    addEventListener('error', caught);
    addEventListener('unhandledrejection', caught);
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 2 }), async (places) => {
          net?.restore();
          net = fakeNetwork(() => json(places));
          const element = addElement('tct-weather', { src: uniqueUrl() });
          await waitForState(element, 'ready', 'empty', 'error', 'stale');
          await element.updateComplete;
          const text = element.shadowRoot!.textContent!;
          element.remove();
          expect(text).to.not.match(/NaN|undefined|\[object/);
          if (failure) throw failure;
        }),
        { numRuns: 300 },
      );
    } finally {
      removeEventListener('error', caught);
      removeEventListener('unhandledrejection', caught);
    }
  });

  it('reads the hub’s file and the server’s response alike', async () => {
    const at = Date.now();
    const text = async (answer: unknown) => {
      net?.restore();
      net = fakeNetwork(() => json(answer));
      const element = addElement('tct-weather', { src: uniqueUrl() });
      await waitForState(element, 'ready');
      await element.updateComplete;
      return textOf(part(element, 'list'));
    };
    expect(await text(forecast(at))).to.equal(await text([place('nb', 'Ninh Bình', at)]));
  });
});
