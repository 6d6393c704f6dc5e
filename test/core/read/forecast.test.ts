import { expect } from 'chai';
import { forecastUrl } from '../../../core/model/forecast.ts';
import { readForecast } from '../../../core/read/forecast.ts';

const HANOI = { latitude: 21.0245, longitude: 105.8412 };

/** As Open-Meteo answers for one place, shortened. */
const ANSWER = {
  latitude: 21,
  longitude: 105.875,
  generationtime_ms: 0.2,
  utc_offset_seconds: 25_200,
  timezone: 'Asia/Ho_Chi_Minh',
  current_units: { time: 'iso8601', temperature_2m: '°C' },
  current: { time: '2026-11-26T14:30', interval: 900, temperature_2m: 21.6, is_day: 1, weather_code: 3 },
  hourly_units: { temperature_2m: '°C' },
  hourly: {
    time: ['2026-11-26T14:00', '2026-11-26T15:00', '2026-11-26T16:00'],
    temperature_2m: [21.4, null, 20],
    precipitation_probability: [5, 10, null],
    weather_code: [3, 3, 61],
  },
  daily: {
    time: ['2026-11-26', '2026-11-27'],
    weather_code: [61, 3],
    temperature_2m_max: [24, 25],
    temperature_2m_min: [18, null],
    sunrise: ['2026-11-26T06:10', '2026-11-27T06:11'],
    sunset: ['2026-11-26T17:15', '2026-11-27T17:15'],
    uv_index_max: [6.85, 7],
  },
};

describe('forecasts', () => {
  it('have a URL as Open-Meteo documents it, with several places separated by commas', () => {
    const address = forecastUrl('https://api.open-meteo.com/v1/forecast', [
      HANOI,
      { latitude: 16.07, longitude: 108.22 },
    ]);
    expect(address).to.match(
      /^https:\/\/api\.open-meteo\.com\/v1\/forecast\?latitude=21\.0245,16\.07&longitude=105\.8412,108\.22&current=temperature_2m,/,
    );
    expect(address).to.match(/&timezone=Asia\/Ho_Chi_Minh&forecast_days=7$/);
  });

  it('keep the query of the server’s URL', () => {
    expect(forecastUrl('https://meteo.example/f?apikey=x', [HANOI])).to.match(
      /^https:\/\/meteo\.example\/f\?apikey=x&latitude=21\.0245&longitude=105\.8412&current=/,
    );
    expect(forecastUrl('https://meteo.example/f#x', [HANOI])).to.match(
      /^https:\/\/meteo\.example\/f\?latitude=/,
    );
  });

  it('are read row by row; rows without a temperature are dropped, invalid values omitted', () => {
    const { id, name, offset, current, hourly, daily } = readForecast(ANSWER);
    expect({ id, name, offset }).to.deep.equal({ id: '21, 105.875', name: '', offset: 25_200_000 });
    expect(current).to.include({ time: '2026-11-26T14:30', temperature_2m: 21.6, weather_code: 3 });
    expect(hourly).to.deep.equal([
      { time: '2026-11-26T14:00', temperature_2m: 21.4, precipitation_probability: 5, weather_code: 3 },
      { time: '2026-11-26T16:00', temperature_2m: 20, weather_code: 61 },
    ]);
    expect(daily).to.have.length(1);
    expect(daily[0]).to.include({ time: '2026-11-26', sunrise: '2026-11-26T06:10', uv_index_max: 6.85 });
  });

  it('of the hub have their id, their name, and when they were fetched', () => {
    const place = { id: 'ha-noi', name: ' Hà Nội ', fetched_at: '2026-11-26T14:40:00+07:00', ...ANSWER };
    const { id, name, fetched } = readForecast(place);
    expect({ id, name }).to.deep.equal({ id: 'ha-noi', name: 'Hà Nội' });
    expect(fetched).to.equal(Date.parse('2026-11-26T14:40:00+07:00'));
  });

  it('accept only numbers for numbers and times for times', () => {
    const { current, hourly, daily } = readForecast({
      current: { time: '2026-11-26T14:30', temperature_2m: '21' },
      hourly: {
        time: ['gestern', 7, '2026-11-26T15:00'],
        temperature_2m: [1, 2, 3],
        weather_code: ['61', [], {}],
      },
      daily: {
        time: ['2026-11-26'],
        temperature_2m_max: [24],
        temperature_2m_min: [18],
        sunrise: [['2026-11-26T06:10']],
        sunset: [17],
      },
    });
    expect(current).to.equal(undefined);
    expect(hourly).to.deep.equal([{ time: '2026-11-26T15:00', temperature_2m: 3 }]);
    expect(daily).to.deep.equal([{ time: '2026-11-26', temperature_2m_max: 24, temperature_2m_min: 18 }]);
  });

  it('are read from any value without throwing', () => {
    for (const value of [undefined, null, 7, 'x', [], {}, { hourly: 7, daily: { time: {} }, fetched_at: {} }])
      expect(readForecast(value)).to.include({ name: '', fetched: 0, offset: 25_200_000 });
    for (const fetched_at of ['+275760-09-13', '-200000-01-01', 'gestern', 1e20])
      expect(readForecast({ fetched_at }).fetched).to.equal(0);
  });
});
