import { expect } from 'chai';
import '../../../widgets/weather/define.ts';
import { address, addTag, inState, json, network, openPage, part } from '../support.ts';
import { forecast, place, three, words } from './support.ts';

const VARIABLES = {
  current:
    'temperature_2m,relative_humidity_2m,apparent_temperature,is_day,precipitation,weather_code,wind_speed_10m,wind_direction_10m',
  hourly: 'temperature_2m,precipitation_probability,weather_code',
  daily:
    'weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max,sunrise,sunset,uv_index_max',
};

describe('the sources of tct-weather', () => {
  let net: ReturnType<typeof network>;
  const { tct } = globalThis;
  beforeEach(() => {
    net = network(() => json(forecast()));
  });
  afterEach(() => {
    document.body.replaceChildren();
    net.restore();
    globalThis.tct = tct;
  });
  const server = () => `${address()}/v1/forecast`;

  it('is a server like Open-Meteo’s, asked for coordinates', async () => {
    const src = server();
    const element = addTag('tct-weather', {
      src,
      latitude: '20.25',
      longitude: '105.97',
      heading: 'Ninh Bình',
    });
    await inState(element, 'ready');
    expect(net.asked).to.have.length(1);
    const { origin, pathname, searchParams } = new URL(net.asked[0]!);
    expect(origin + pathname).to.equal(src);
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      ...{ latitude: '20.25', longitude: '105.97', timezone: 'Asia/Ho_Chi_Minh', forecast_days: '7' },
      ...VARIABLES,
    });
    expect(net.inits[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(words(part(element, 'now'))).to.include('22°C');
    expect(words(part(element, 'place'))).to.equal('');
  });

  it('keeps what stands in the server’s address: a key', async () => {
    const src = server();
    const element = addTag('tct-weather', { src: `${src}?apikey=a%26b`, latitude: '20', longitude: '105' });
    await inState(element, 'ready');
    const { searchParams } = new URL(net.asked[0]!);
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
    it(`sends coordinates nowhere ${what}, also where there is a hub, and says why`, async () => {
      globalThis.tct = { version: '', base: 'https://hub.example/', ahead: new Map() };
      const element = document.createElement('tct-weather');
      const told = new Promise<CustomEvent>((resolve) =>
        element.addEventListener('tct-error', (event) => resolve(event as CustomEvent)),
      );
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      expect(String((await told).detail.error)).to.match(/latitude.*longitude.*src/);
      await inState(element, 'error');
      expect(words(part(element, 'error'))).to.include('Không tải được thời tiết');
      expect(net.asked).to.deep.equal([]);
    });

  it('asks anew when the place changes', async () => {
    const element = addTag('tct-weather', { src: server(), latitude: '20', longitude: '105' });
    await inState(element, 'ready');
    const again = new Promise((resolve) => element.addEventListener('tct-load', resolve, { once: true }));
    element.latitude = '21';
    element.longitude = '106';
    await again;
    expect(net.asked.map((url) => /latitude=(\d+)&longitude=(\d+)/.exec(url)!.slice(1).join())).to.deep.equal(
      ['20,105', '21,106'],
    );
  });

  it('is the hub’s weather beside the script, whatever the school', async () => {
    globalThis.tct = { version: '', base: 'https://hub.example/tin/', ahead: new Map() };
    net.restore();
    net = network(() => json(three()));
    const element = addTag('tct-weather', { school: 'nb hy' });
    await inState(element, 'ready');
    expect(net.asked).to.deep.equal(['https://hub.example/tin/weather.json']);
  });

  it('can be several: a place that both have is one', async () => {
    net.restore();
    const [here, there] = [address(), address()];
    net = network((url) =>
      json(
        url === here
          ? [place('nb', 'Ninh Bình')]
          : [place('nb', 'Ninh Bình (khác)'), place('hy', 'Hưng Yên')],
      ),
    );
    const element = addTag('tct-weather', { src: `${here} ${there}` });
    await inState(element, 'ready');
    await element.updateComplete;
    expect([...part<HTMLSelectElement>(element, 'place')!.options].map(words)).to.deep.equal([
      'Ninh Bình',
      'Hưng Yên',
    ]);
  });

  it('shows answers for several coordinates without names by what they say of themselves', async () => {
    net.restore();
    net = network(() =>
      json([
        { latitude: 21, longitude: 105.875, ...forecast() },
        { latitude: 16.0625, longitude: 108.25, ...forecast() },
      ]),
    );
    const element = addTag('tct-weather', { src: address() });
    await inState(element, 'ready');
    await element.updateComplete;
    expect([...part<HTMLSelectElement>(element, 'place')!.options].map(words)).to.deep.equal([
      '21, 105.875',
      '16.0625, 108.25',
    ]);
  });

  /** What a page with the tag asks for by itself, and when it began to load each file, once the weather is there. */
  const loaded = async (tag: string) => {
    const page = await openPage(
      `${tag}<script async src="/dist/embed/tct.js"></script>`,
      '<script>var asked = [], real = fetch; fetch = (...all) => (asked.push(all[0]), real(...all))</script>',
    );
    await inState(page.document.querySelector('tct-weather')!, 'ready');
    return {
      asked: (page as unknown as { asked: string[] }).asked.map((url) => url.replace(/^[^?]*\//, '')),
      files: new Map(
        page.performance
          .getEntriesByType('resource')
          .map(({ name, startTime }) => [name.replace(/^[^?]*\//, ''), startTime]),
      ),
    };
  };

  it('is asked for together with the code, once', async () => {
    const { asked, files } = await loaded(
      '<tct-weather school="nb" src="/test/widgets/weather.json" loading="eager"></tct-weather>',
    );
    expect(asked).to.deep.equal(['weather.json']);
    // What the code itself is made of is known only when it has come. WebKit's clock may tell the same millisecond.
    expect(files.get('weather.json')).to.be.at.most(files.get('tct-shared.js')!);
    expect([...files.keys()]).to.not.include('tct-latest-news.js');
    expect([...files.keys()]).to.not.include('tct-coordinates.js');
  });

  it('is not asked ahead without the coordinates', async () => {
    const { asked } = await loaded(
      '<tct-weather src="/test/widgets/weather.json" latitude="20" longitude="105" loading="eager"></tct-weather>',
    );
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include('latitude=20&longitude=105&current=');
  });
});
