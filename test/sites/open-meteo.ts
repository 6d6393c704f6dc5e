import { Site, type SiteResponse } from './site.ts';

/** Difference of each of the seven days from the first, in °C: cold air arrives in the middle of the week. */
const DAY_OFFSETS_DEGREES = [0, 1.3, -2.6, -6.4, -4.8, -1.2, 0.7];

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Responds like Open-Meteo's forecast API, synthesised from its documentation: an object for one place, a list for
 * several; local times without an offset; coordinates snapped to a grid; errors as `400 {"error":true,"reason":…}`.
 */
export class OpenMeteo extends Site {
  protected override answer(path: string, query: URLSearchParams): SiteResponse {
    const json = (status: number, value: unknown): SiteResponse => ({
      status,
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' },
      body: JSON.stringify(value),
    });
    const refuse = (reason: string) => json(400, { error: true, reason });
    if (path !== '/v1/forecast') return json(404, { error: true, reason: 'Not Found' });
    const latitudes = query.get('latitude')?.split(',').map(Number) ?? [];
    const longitudes = query.get('longitude')?.split(',').map(Number) ?? [];
    if (latitudes.some((value) => !(Math.abs(value) <= 90)))
      return refuse(`Latitude must be in range of -90 to 90°. Given: ${latitudes.join()}.`);
    if (!latitudes.length || latitudes.length !== longitudes.length)
      return refuse('Parameter latitude and longitude must have the same number of elements');
    const places = latitudes.map((latitude, index) => this.place(latitude, longitudes[index]!, query, index));
    return json(200, places.length === 1 ? places[0] : places);
  }

  private place(latitude: number, longitude: number, query: URLSearchParams, index: number): object {
    const snap = (value: number) => Math.round(value * 16) / 16;
    const local = new Date(this.now + 7 * 3_600_000);
    const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
    const text = (at: number) => new Date(at).toISOString().slice(0, 16);
    const hours = Array.from({ length: 168 }, (_, hour) => midnight + hour * 3_600_000);
    const days = Array.from({ length: 7 }, (_, day) => midnight + day * 86_400_000);
    const warmth = (at: number) =>
      22.8 + index + Math.round(46 * Math.sin(((new Date(at).getUTCHours() - 8) / 12) * Math.PI)) / 10;
    const VALUES: Record<string, (at: number) => number | string> = {
      temperature_2m: warmth,
      relative_humidity_2m: () => 78,
      apparent_temperature: (at) => warmth(at) + 1.8,
      is_day: (at) => Number(new Date(at).getUTCHours() >= 6 && new Date(at).getUTCHours() < 18),
      precipitation: () => 0.0025000000000004,
      precipitation_probability: (at) => (new Date(at).getUTCHours() * 4) % 100,
      precipitation_probability_max: () => 65,
      weather_code: (at) =>
        [0, 2, 3, 61, 80, 95][(new Date(at).getUTCHours() + new Date(at).getUTCDate()) % 6]!,
      wind_speed_10m: () => 12.3,
      wind_direction_10m: () => 95,
      temperature_2m_max: (at) => 27.4 + index + DAY_OFFSETS_DEGREES[(at - midnight) / 86_400_000]!,
      temperature_2m_min: (at) => 18.2 + index + DAY_OFFSETS_DEGREES[(at - midnight) / 86_400_000]! / 2,
      sunrise: (at) => `${text(at).slice(0, 11)}06:1${index % 10}`,
      sunset: (at) => `${text(at).slice(0, 11)}17:${pad(15 + (index % 10))}`,
      uv_index_max: () => 6.85,
    };
    const series = (name: string, times: number[], length: number) => ({
      time: times.map((at) => text(at).slice(0, length)),
      ...Object.fromEntries(
        (query.get(name)?.split(',') ?? []).map((variable) => [
          variable,
          times.map((at) => VALUES[variable]!(at)),
        ]),
      ),
    });
    const at = local.getTime();
    return {
      latitude: snap(latitude),
      longitude: snap(longitude),
      generationtime_ms: 0.2,
      utc_offset_seconds: 25_200,
      timezone: 'Asia/Ho_Chi_Minh',
      timezone_abbreviation: 'GMT+7',
      elevation: 12,
      current: {
        time: text(Math.floor(at / 900_000) * 900_000),
        interval: 900,
        ...Object.fromEntries(
          (query.get('current')?.split(',') ?? []).map((variable) => [variable, VALUES[variable]!(at)]),
        ),
      },
      hourly: series('hourly', hours, 16),
      daily: series('daily', days, 10),
    };
  }
}
