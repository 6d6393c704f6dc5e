import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUR_MS } from '../../../core/time/duration.ts';
import type { PlaceWeather } from '../../../hub/collect/weather.ts';
import { HttpClient } from '../../../hub/http/client.ts';
import type { HubState } from '../../../hub/memory/types.ts';
import { OpenMeteo } from '../../sites/open-meteo.ts';
import { Site, type SiteResponse } from '../../sites/site.ts';
import { type Hub, NOW, startHub } from '../start-hub.ts';

const PLACES = [
  { id: 'ha-noi', name: 'Hà Nội', latitude: 21.0245, longitude: 105.8412 },
  { id: 'da-nang', name: 'Đà Nẵng', latitude: 16.07, longitude: 108.22 },
  { id: 'ho-chi-minh', name: 'TP Hồ Chí Minh', latitude: 10.823, longitude: 106.6296 },
];

describe('the weather', () => {
  let hub: Hub;
  let meteo: OpenMeteo;
  const run = (now: number, places: object[] = PLACES) => {
    meteo.setNow(now);
    return hub.run(now, {}, { ...hub.configuration, weather: meteo.url('/v1/forecast'), places });
  };
  const weather = async () => JSON.parse(await hub.text('weather.json')) as PlaceWeather[];
  beforeEach(async () => {
    meteo = await new OpenMeteo().start();
    hub = await startHub(({ joomla }) => [{ id: 'jo', name: 'Trường', home: joomla.url('/') }]);
  });
  afterEach(async () => {
    await meteo.stop();
    await hub.stop();
  });

  it('is fetched for all places in one request: 48 hours and seven days, in the configured order', async () => {
    await run(NOW);
    expect(meteo.requests).to.have.length(1);
    const query = new URL(meteo.requests[0]!.path, meteo.origin).searchParams;
    expect(query.get('timezone')).to.equal('Asia/Ho_Chi_Minh');
    expect(query.get('latitude')).to.equal('21.0245,16.07,10.823');
    const places = await weather();
    expect(places.map(({ id, name }) => `${id} ${name}`)).to.deep.equal(
      PLACES.map(({ id, name }) => `${id} ${name}`),
    );
    for (const { fetched_at, current, hourly, daily } of places) {
      expect(fetched_at).to.equal('2026-11-23T08:00:00+07:00');
      expect(current.time).to.equal('2026-11-23T08:00');
      expect(hourly.time).to.have.length(48);
      expect(hourly.time[0]).to.equal('2026-11-23T08:00');
      expect(hourly.precipitation_probability).to.have.length(48);
      expect(daily.sunrise).to.have.length(7);
    }
  });

  it('is fetched hourly', async () => {
    await run(NOW);
    await run(NOW + HOUR_MS / 2);
    expect(meteo.requests).to.have.length(1);
    await run(NOW + 1.2 * HOUR_MS);
    expect(meteo.requests).to.have.length(2);
    expect((await weather())[0]!.fetched_at).to.equal('2026-11-23T09:12:00+07:00');
  });

  it('is an object in the response for a single place', async () => {
    await run(NOW, PLACES.slice(1, 2));
    expect((await weather()).map(({ name }) => name)).to.deep.equal(['Đà Nẵng']);
  });

  it('is fetched at once when a place is added, and drops a place that is removed', async () => {
    await run(NOW, PLACES.slice(0, 1));
    await run(NOW + 10 * 60_000, PLACES.slice(1));
    expect((await weather()).map(({ id }) => id)).to.deep.equal(['da-nang', 'ho-chi-minh']);
  });

  it('takes new names from the configuration at once, and is empty without places', async () => {
    await run(NOW);
    await run(NOW + 60_000, [{ ...PLACES[0], name: 'Thủ đô Hà Nội' }, ...PLACES.slice(1)]);
    expect((await weather()).map(({ name }) => name)[0]).to.equal('Thủ đô Hà Nội');
    await run(NOW + 120_000, []);
    expect(await weather()).to.deep.equal([]);
  });

  it('is not written before there is a forecast', async () => {
    meteo.setFault({ kind: 'status', status: 503 });
    expect((await run(NOW)).failing).to.deep.equal(['Thời tiết']);
    expect(existsSync(join(hub.out, 'weather.json'))).to.equal(false);
  });

  for (const [name, status, words] of [
    ['refuses', 400, '400'],
    ['refuses too many requests', 429, '429'],
    ['is down', 503, '503'],
  ] as const)
    it(`keeps the last forecast and its time when the server ${name}`, async () => {
      await run(NOW);
      const before = await hub.text('weather.json');
      meteo.setFault({ kind: 'status', status });
      const { failing } = await run(NOW + 2 * HOUR_MS);
      expect(failing).to.deep.equal(['Thời tiết']);
      expect(await hub.text('weather.json')).to.equal(before);
      const health = JSON.parse(await hub.text('status.json')).weather;
      expect(health.error).to.include(words);
      expect(health.last_success).to.equal('2026-11-23T08:00:00+07:00');
      expect(await hub.text('status.html')).to.include('Dự báo');
    });

  it('has an error with the server’s reason, or that the response is not a forecast', async () => {
    const at = (path: string) =>
      hub.run(NOW, {}, { ...hub.configuration, weather: meteo.url(path), places: PLACES });
    await at('/v2/forecast');
    expect(JSON.parse(await hub.text('status.json')).weather.error).to.include('“Not Found”');
    meteo.setFault({ kind: 'html' });
    await run(NOW + 30 * HOUR_MS);
    expect(JSON.parse(await hub.text('status.json')).weather.error).to.include('không phải JSON');
  });

  it('quotes the server’s reason as one line without controls', async () => {
    class Refusing extends Site {
      protected override answer(): SiteResponse {
        const reason = 'sai\u202e \x9b2J\x1b[2J\n tọa độ';
        return { status: 400, headers: {}, body: JSON.stringify({ error: true, reason }) };
      }
    }
    const server = await new Refusing().start();
    await hub.run(NOW, {}, { ...hub.configuration, weather: server.url('/'), places: PLACES });
    await server.stop();
    expect(JSON.parse(await hub.text('status.json')).weather.error).to.include('“sai ›2J[2J tọa độ”');
  });

  it('is refused if its JSON is nested too deeply', async () => {
    await run(NOW, PLACES.slice(0, 1));
    const before = await hub.text('weather.json');
    const [forecast] = await weather();
    const body = JSON.stringify(forecast).replace('{', `{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},`);
    meteo.setFault({ kind: 'answer', answer: { body } });
    const { failing } = await run(NOW + 2 * HOUR_MS, PLACES.slice(0, 1));
    expect(failing).to.deep.equal(['Thời tiết']);
    expect(JSON.parse(await hub.text('status.json')).weather.error).to.include('lồng nhau quá sâu');
    expect(await hub.text('weather.json')).to.equal(before);
  });

  it('costs nothing but itself in an unexpected error', async () => {
    const news = hub.sites.joomla.url('/tin-tuc?format=feed&type=rss');
    const schools = [{ id: 'jo', name: 'Trường', home: hub.sites.joomla.url('/'), news }];
    hub.configuration = { ...hub.configuration, schools };
    await run(NOW);
    const before = await hub.text('weather.json');
    const { fetch } = HttpClient.prototype;
    HttpClient.prototype.fetch = async function (url, ...rest) {
      if (url.startsWith(meteo.origin)) throw new TypeError('bị hỏng');
      return fetch.call(this, url, ...rest);
    };
    hub.sites.joomla.publish({ title: 'Tin mới', summary: '' });
    const later = NOW + 30 * HOUR_MS;
    const { failing, added } = await run(later).finally(() => (HttpClient.prototype.fetch = fetch));
    expect(added).to.equal(1);
    expect(failing).to.deep.equal(['Thời tiết']);
    const { error, last_success } = JSON.parse(await hub.text('status.json')).weather;
    expect(error).to.match(/lỗi khi xử lý dự báo thời tiết.*bị hỏng/);
    expect(last_success).to.equal('2026-11-23T08:00:00+07:00');
    expect(await hub.text('weather.json')).to.equal(before);

    // The run was completed, and what it knows of the news is stored.
    const stored = JSON.parse(await readFile(join(hub.state, 'hub.json'), 'utf8')) as HubState;
    expect(Object.values(stored.sources).map(({ poll }) => poll.succeeded)).to.deep.equal([later]);
  });
});
