import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Cluster, Place } from '../core/cluster.ts';
import {
  asked,
  isDue,
  mayRefresh,
  next,
  type PollState,
  requestHeaders,
  unpolled,
} from '../core/poll/next.ts';
import { vietnamTime } from '../core/vietnam-time.ts';
import { ask, type Client } from './transport.ts';
import { whyNot } from './words.ts';

const CURRENT =
  'temperature_2m,relative_humidity_2m,apparent_temperature,is_day,precipitation,weather_code,wind_speed_10m,wind_direction_10m';
const HOURLY = 'temperature_2m,precipitation_probability,weather_code';
const DAILY =
  'weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max,sunrise,sunset,uv_index_max';

/** Places asked for in one call; Open-Meteo takes more, addresses do not. */
const TOGETHER = 100;

/** Of Open-Meteo's answer, what the widget needs; the rest is passed on as it came. */
const series = z.array(z.nullable(z.union([z.number(), z.string()])));
const forecast = z.looseObject({
  utc_offset_seconds: z.number(),
  current: z.looseObject({ time: z.string(), temperature_2m: z.number(), weather_code: z.number() }),
  hourly: z.catchall(z.object({ time: z.array(z.string()) }), series),
  daily: z.catchall(z.object({ time: z.array(z.string()) }), series),
});
const refusal = z.looseObject({ error: z.literal(true), reason: z.string() });

/** A place in `weather.json`: what it is called here, when it was fetched (RFC 3339), and the forecast. */
export type PlaceWeather = Pick<Place, 'id' | 'name'> & { fetched_at: string } & z.infer<typeof forecast>;

/** What is known of the weather's source between two runs. */
export interface WeatherState {
  poll: PollState;
  /** Why there is no new forecast, in words. */
  error?: string;
}

function addressOf(base: string, places: readonly Place[]): string {
  const url = new URL(base);
  const set = (name: string, value: string) => url.searchParams.set(name, value);
  set('latitude', places.map(({ latitude }) => latitude).join());
  set('longitude', places.map(({ longitude }) => longitude).join());
  set('current', CURRENT);
  set('hourly', HOURLY);
  set('daily', DAILY);
  set('timezone', 'Asia/Ho_Chi_Minh');
  set('forecast_days', '7');
  // The commas stay as they are: it is the form Open-Meteo documents.
  return url.href.replaceAll('%2C', ',');
}

/** Two days of hours are shown; Open-Meteo sends seven, the hour that is now among the first. */
function shorter(place: z.infer<typeof forecast>): z.infer<typeof forecast> {
  const first = Math.max(
    0,
    place.hourly.time.findIndex((time) => time >= place.current.time.slice(0, 13)),
  );
  const hourly = Object.fromEntries(
    Object.entries(place.hourly).map(([name, values]) => [name, values.slice(first, first + 48)]),
  ) as typeof place.hourly;
  return { ...place, hourly };
}

/**
 * The forecasts of an answer, one a place in the order they were asked for: a list for several places, an object for
 * one. Returned coordinates are snapped to a grid, so that they tell nothing.
 *
 * @returns the forecasts, or in words why there are none
 */
function readForecasts(body: Uint8Array, count: number): z.infer<typeof forecast>[] | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return 'Máy chủ thời tiết trả lời không phải JSON.';
  }
  const refused = refusal.safeParse(value);
  if (refused.success) return `Máy chủ thời tiết từ chối: “${refused.data.reason.slice(0, 200)}”.`;
  const list = z.array(forecast).safeParse(Array.isArray(value) ? value : [value]);
  if (!list.success || list.data.length !== count) return 'Máy chủ thời tiết trả lời thiếu số liệu.';
  return list.data.map(shorter);
}

/** The places' forecasts as last published, by id. */
export async function lastWeather(out: string): Promise<Map<string, PlaceWeather>> {
  try {
    const list = JSON.parse(await readFile(join(out, 'weather.json'), 'utf8')) as PlaceWeather[];
    return new Map(list.map((place) => [place.id, place]));
  } catch {
    return new Map();
  }
}

/**
 * One call for all places, when it is due. What fails leaves the last forecast in its place, with its `fetched_at`.
 *
 * @returns the new state, and the list to publish if there is anything new
 */
export async function collectWeather(
  { places, weather }: Cluster,
  known: WeatherState = { poll: unpolled(0) },
  last: Map<string, PlaceWeather>,
  now: number,
  client: Client,
  force = false,
): Promise<{ state: WeatherState; places?: PlaceWeather[] }> {
  const missing = places.some(({ id }) => !last.has(id));
  const due = force || missing ? mayRefresh(known.poll, now) : isDue(known.poll, now);
  if (!places.length || !due) return { state: known };
  const fetched = vietnamTime(now);
  const found = new Map(last);
  let { poll } = known;
  let error: string | undefined;
  for (let first = 0; first < places.length && !error; first += TOGETHER) {
    const some = places.slice(first, first + TOGETHER);
    const { Accept: _, ...validators } = missing ? {} : requestHeaders(poll);
    const answer = await ask(addressOf(weather, some), { Accept: 'application/json', ...validators }, client);
    const why = whyNot(answer);
    const body = 'body' in answer && answer.status !== 304 ? answer.body : undefined;
    const read = body ? readForecasts(body, some.length) : [];
    // Its own reason says more than the status does.
    error = typeof read === 'string' && (!why || read.includes('“')) ? read : why;
    if (typeof read !== 'string' && !error)
      for (const [index, forecast] of read.entries()) {
        const { id, name } = some[index]!;
        found.set(id, { id, name, fetched_at: fetched, ...forecast });
      }
    poll = next(asked(poll, now), 'status' in answer ? { ...answer, read: !error } : answer, now, {
      random: Math.random,
    });
  }
  const list = places.map(({ id }) => found.get(id)).filter((place) => place !== undefined);
  return { state: { poll, ...(error && { error }) }, places: list };
}
