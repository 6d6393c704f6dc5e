import { expect } from 'chai';
import fc from 'fast-check';
import '../../../widgets/weather/define.ts';
import { address, addTag, inState, json, network, part } from '../support.ts';
import { forecast, place, three, words } from './support.ts';

describe('tct-weather states', () => {
  let net: ReturnType<typeof network> | undefined;
  afterEach(() => {
    document.body.replaceChildren();
    net?.restore();
    localStorage.clear();
  });

  it('loading, then ready; the fallback stays until then', async () => {
    let answer!: (response: Response) => void;
    net = network(() => new Promise((resolve) => (answer = resolve)));
    const bare = addTag('tct-weather', { src: address() });
    await inState(bare, 'loading');
    expect(bare.shadowRoot!.querySelector('.skeleton-line')).to.not.equal(null);
    bare.remove();
    const element = addTag(
      'tct-weather',
      { src: address() },
      '<a href="/thoi-tiet">Thời tiết ở trang khác</a>',
    );
    await inState(element, 'loading');
    const slot = element.shadowRoot!.querySelector('slot')!;
    expect(slot.hidden).to.equal(false);
    expect(element.shadowRoot!.querySelector('.skeleton-line')).to.equal(null);
    answer(json(three()));
    await inState(element, 'ready');
    await element.updateComplete;
    expect(slot.hidden).to.equal(true);
    expect(words(part(element, 'now'))).to.include('22°C');
  });

  it('error, with the fallback and a button that tries again', async () => {
    let broken = true;
    net = network(() => (broken ? new Response('', { status: 503 }) : json(three())));
    const element = addTag('tct-weather', { src: address() }, '<p>Thời tiết</p>');
    await inState(element, 'error');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(false);
    expect(words(part(element, 'error'))).to.equal('Không tải được thời tiết.Thử lại');
    broken = false;
    part(element, 'error')!.querySelector('button')!.click();
    await inState(element, 'ready');
  });

  it('empty, where the hub has no places', async () => {
    net = network(() => json([]));
    const element = addTag('tct-weather', { src: address() });
    await inState(element, 'empty');
    await element.updateComplete;
    expect(words(element.shadowRoot!.querySelector('.root'))).to.equal('Thời tiết Chưa có dự báo.');
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
    it(`error, where the answer is ${what}`, async () => {
      net = network(() => new Response(body));
      const element = document.createElement('tct-weather');
      const told = new Promise<CustomEvent>((resolve) =>
        element.addEventListener('tct-error', (event) => resolve(event as CustomEvent)),
      );
      element.src = address();
      document.body.append(element);
      await inState(element, 'error');
      if (body.includes('reason')) expect(String((await told).detail.error)).to.include('Latitude must be');
    });

  it('shows the places that can be read, and text as text', async () => {
    net = network(() =>
      json([
        { id: 'x', name: 'Hỏng' },
        place('nb', '<img src=x onerror=alert(1)>'),
        null,
        'x',
        place('hy', 'Hưng Yên'),
      ]),
    );
    const element = addTag('tct-weather', { src: address() });
    await inState(element, 'ready');
    await element.updateComplete;
    expect([...part<HTMLSelectElement>(element, 'place')!.options].map(words)).to.deep.equal([
      '<img src=x onerror=alert(1)>',
      'Hưng Yên',
    ]);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('never breaks, whatever stands in the answer', async function () {
    this.timeout(60_000);
    const sound = place('nb', 'Ninh Bình');
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
        fetched_at: fc.oneof(fc.constant(sound.fetched_at), junk),
        utc_offset_seconds: fc.oneof(fc.constant(25_200), junk),
        current: fc.oneof(
          fc.record(
            Object.fromEntries(
              Object.entries(sound.current).map(([name, value]) => [
                name,
                fc.oneof(fc.constant(value), junk),
              ]),
            ),
          ),
          junk,
        ),
        hourly: fc.oneof(columns(sound.hourly), junk),
        daily: fc.oneof(columns(sound.daily), junk),
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
          net = network(() => json(places));
          const element = addTag('tct-weather', { src: address() });
          await inState(element, 'ready', 'empty', 'error', 'stale');
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

  it('is read the same from the hub’s file and from the server', async () => {
    const at = Date.now();
    const text = async (answer: unknown) => {
      net?.restore();
      net = network(() => json(answer));
      const element = addTag('tct-weather', { src: address() });
      await inState(element, 'ready');
      await element.updateComplete;
      return words(part(element, 'list'));
    };
    expect(await text(forecast(at))).to.equal(await text([place('nb', 'Ninh Bình', at)]));
  });
});
