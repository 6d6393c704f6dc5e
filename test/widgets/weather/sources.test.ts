import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import { loadedFiles } from '../scripts.ts';
import { addElement, fakeNetwork, json, openPage, part, uniqueUrl, waitForState } from '../support.ts';
import { forecast, place, textOf, threePlaces } from './support.ts';

const VARIABLES = {
  current:
    'temperature_2m,relative_humidity_2m,apparent_temperature,is_day,precipitation,weather_code,wind_speed_10m,wind_direction_10m',
  hourly: 'temperature_2m,precipitation_probability,weather_code',
  daily:
    'weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max,sunrise,sunset,uv_index_max',
};

describe('the sources of tct-weather', () => {
  let net: ReturnType<typeof fakeNetwork>;
  const { tct } = globalThis;
  beforeEach(() => {
    net = fakeNetwork(() => json(forecast()));
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    globalThis.tct = tct;
  });
  const server = () => `${uniqueUrl()}/v1/forecast`;

  it('can be a server with Open-Meteo’s API and coordinates', async () => {
    const src = server();
    const element = addElement('tct-weather', {
      src,
      latitude: '20.25',
      longitude: '105.97',
      heading: 'Ninh Bình',
    });
    await waitForState(element, 'ready');
    expect(net.requested).to.have.length(1);
    const { origin, pathname, searchParams } = new URL(net.requested[0]!);
    expect(origin + pathname).to.equal(src);
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      latitude: '20.25',
      longitude: '105.97',
      timezone: 'Asia/Ho_Chi_Minh',
      forecast_days: '7',
      ...VARIABLES,
    });
    expect(net.inits[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(textOf(part(element, 'now'))).to.include('22°C');
    expect(textOf(part(element, 'place'))).to.equal('');
  });

  it('keep the query of the server’s URL, such as a key', async () => {
    const src = server();
    const element = addElement('tct-weather', {
      src: `${src}?apikey=a%26b`,
      latitude: '20',
      longitude: '105',
    });
    await waitForState(element, 'ready');
    const { searchParams } = new URL(net.requested[0]!);
    expect(searchParams.get('apikey')).to.equal('a&b');
    expect(searchParams.get('latitude')).to.equal('20');
  });

  const WRONG: [what: string, attributes: Record<string, string>][] = [
    ['without a server', { latitude: '20.25', longitude: '105.97' }],
    ['with half a place', { src: 'https://meteo.example/v1/forecast', latitude: '20.25' }],
    ['with an empty place', { src: 'https://meteo.example/v1/forecast', latitude: '', longitude: '' }],
    [
      'with words for numbers',
      { src: 'https://meteo.example/v1/forecast', latitude: '20,25', longitude: '105,97' },
    ],
    [
      'beyond the poles',
      { src: 'https://meteo.example/v1/forecast', latitude: '105.97', longitude: '20.25' },
    ],
  ];
  for (const [what, attributes] of WRONG)
    it(`send coordinates nowhere ${what}, even with a hub, and report why`, async () => {
      globalThis.tct = { version: '', base: 'https://hub.example/', ahead: new Map() };
      const element = document.createElement('tct-weather');
      const errorEvent = new Promise<CustomEvent>((resolve) =>
        element.addEventListener('tct-error', (event) => resolve(event as CustomEvent)),
      );
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      expect(String((await errorEvent).detail.error)).to.match(/latitude.*longitude.*src/);
      await waitForState(element, 'error');
      expect(textOf(part(element, 'error'))).to.include('Không tải được thời tiết');
      expect(net.requested).to.deep.equal([]);
    });

  it('are loaded again when the coordinates change', async () => {
    const element = addElement('tct-weather', { src: server(), latitude: '20', longitude: '105' });
    await waitForState(element, 'ready');
    const again = new Promise((resolve) => element.addEventListener('tct-load', resolve, { once: true }));
    element.latitude = '21';
    element.longitude = '106';
    await again;
    expect(
      net.requested.map((url) => /latitude=(\d+)&longitude=(\d+)/.exec(url)!.slice(1).join()),
    ).to.deep.equal(['20,105', '21,106']);
  });

  it('default to the hub’s weather, whatever the school', async () => {
    globalThis.tct = { version: '', base: 'https://hub.example/tin/', ahead: new Map() };
    net.restore();
    net = fakeNetwork(() => json(threePlaces()));
    const element = addElement('tct-weather', { school: 'nb hy' });
    await waitForState(element, 'ready');
    expect(net.requested).to.deep.equal(['https://hub.example/tin/weather.json']);
  });

  it('are merged; a place that several have is shown once', async () => {
    net.restore();
    const [here, there] = [uniqueUrl(), uniqueUrl()];
    net = fakeNetwork((url) =>
      json(
        url === here
          ? [place('nb', 'Ninh Bình')]
          : [place('nb', 'Ninh Bình (khác)'), place('hy', 'Hưng Yên')],
      ),
    );
    const element = addElement('tct-weather', { src: `${here} ${there}` });
    await waitForState(element, 'ready');
    await element.updateComplete;
    expect([...part<HTMLSelectElement>(element, 'place')!.options].map(textOf)).to.deep.equal([
      'Ninh Bình',
      'Hưng Yên',
    ]);
  });

  it('may return several places without names', async () => {
    net.restore();
    net = fakeNetwork(() =>
      json([
        { latitude: 21, longitude: 105.875, ...forecast() },
        { latitude: 16.0625, longitude: 108.25, ...forecast() },
      ]),
    );
    const element = addElement('tct-weather', { src: uniqueUrl() });
    await waitForState(element, 'ready');
    await element.updateComplete;
    expect([...part<HTMLSelectElement>(element, 'place')!.options].map(textOf)).to.deep.equal([
      '21, 105.875',
      '16.0625, 108.25',
    ]);
  });

  /** The requests of a page with the tag, and when each file began to load, once the weather is shown. */
  const loaded = async (tag: string) => {
    const page = await openPage(
      `${tag}<script async src="/dist/embed/tct.js"></script>`,
      '<script>var requested = [], real = fetch; fetch = (...all) => (requested.push(all[0]), real(...all))</script>',
    );
    await waitForState(page.document.querySelector('tct-weather')!, 'ready');
    return {
      requested: (page as unknown as { requested: string[] }).requested.map((url) =>
        url.replace(/^[^?]*\//, ''),
      ),
      files: loadedFiles(page),
    };
  };

  it('are requested in parallel with the code, once', async () => {
    const { requested, files } = await loaded(
      '<tct-weather school="nb" src="/test/widgets/weather.json" loading="eager"></tct-weather>',
    );
    expect(requested).to.deep.equal(['weather.json']);
    // Chunks are known only after the entry file has loaded. WebKit's clock may give the same millisecond.
    expect(files.get('weather.json')).to.be.at.most(files.get('tct-latest-news.js')!);
    expect([...files.keys()]).to.not.include('tct-coordinates.js');
  });

  it('are not requested by the loader if there are coordinates', async () => {
    const { requested } = await loaded(
      '<tct-weather src="/test/widgets/weather.json" latitude="20" longitude="105" loading="eager"></tct-weather>',
    );
    expect(requested).to.have.length(1);
    expect(requested[0]).to.include('latitude=20&longitude=105&current=');
  });
});
