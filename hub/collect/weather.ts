import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Cluster, Place } from '../../core/config/cluster.ts';
import { forecastUrl } from '../../core/model/forecast.ts';
import {
  canRefreshNow,
  initialPollState,
  isDue,
  markRequested,
  nextPollState,
  type PollOutcome,
  type PollState,
  requestHeaders,
} from '../../core/poll/next.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { HttpClient } from '../http/client.ts';
import type { HubState } from '../memory/state.ts';
import { errorMessage } from '../messages.ts';
import type { PublicFolder } from '../publish/public-folder.ts';

const FILE = 'weather.json';

/** Places asked for in one call; Open-Meteo takes more, addresses do not. */
const MAX_PLACES_PER_REQUEST = 100;

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

/** Two days of hours are shown; Open-Meteo sends seven, the hour that is now among the first. */
function keepTwoDays(place: z.infer<typeof forecast>): z.infer<typeof forecast> {
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
  return list.data.map(keepTwoDays);
}

/** The places' forecasts as last published, by id. */
async function lastWeather({ path }: PublicFolder): Promise<Map<string, PlaceWeather>> {
  try {
    const list = JSON.parse(await readFile(join(path, FILE), 'utf8')) as PlaceWeather[];
    return new Map(list.map((place) => [place.id, place]));
  } catch {
    return new Map();
  }
}

/** Asks for some places. @returns how it ended, and their forecasts or in words why there are none */
async function fetchForecasts(
  base: string,
  places: readonly Place[],
  headers: Record<string, string>,
  network: HttpClient,
): Promise<{ outcome: PollOutcome; forecasts?: z.infer<typeof forecast>[]; error?: string }> {
  const outcome = await network.fetch(forecastUrl(base, places), headers);
  const why = errorMessage(outcome);
  if (!('body' in outcome) || outcome.status === 304) return { outcome, ...(why && { error: why }) };
  const read = readForecasts(outcome.body, places.length);
  // Its own reason says more than the status does.
  if (why) return { outcome, error: typeof read === 'string' && read.includes('“') ? read : why };
  return typeof read === 'string'
    ? { outcome: { ...outcome, read: false }, error: read }
    : { outcome: { ...outcome, read: true }, forecasts: read };
}

/**
 * One call for all places, when it is due, or when there is a place without a forecast. What fails leaves the last
 * forecast in its place, with its `fetched_at`.
 *
 * @param hub whose `weather` is brought up to date
 * @returns whether it was asked for
 * @throws WriteError
 */
export async function collectWeather(
  { places, weather }: Cluster,
  hub: HubState,
  folder: PublicFolder,
  network: HttpClient,
  now: number,
  force: boolean,
): Promise<boolean> {
  if (!places.length) {
    delete hub.weather;
    if (folder.has(FILE)) await folder.writeJson(FILE, []);
    return false;
  }
  const found = await lastWeather(folder);
  const missing = places.some(({ id }) => !found.has(id));
  let poll = hub.weather?.poll ?? initialPollState(now);
  const due = force || missing ? canRefreshNow(poll, now) : isDue(poll, now);
  let error: string | undefined;
  if (due) {
    const headers = missing ? {} : requestHeaders(poll);
    for (let first = 0; first < places.length && !error; first += MAX_PLACES_PER_REQUEST) {
      const some = places.slice(first, first + MAX_PLACES_PER_REQUEST);
      const answer = await fetchForecasts(weather, some, { ...headers, Accept: 'application/json' }, network);
      for (const [index, forecast] of (answer.forecasts ?? []).entries()) {
        const { id, name } = some[index]!;
        found.set(id, { id, name, fetched_at: formatVietnamTime(now), ...forecast });
      }
      error = answer.error;
      poll = nextPollState(markRequested(poll, now), answer.outcome, now, { random: Math.random });
    }
    hub.weather = { poll, ...(error && { error }) };
  }
  const list = places.flatMap(({ id, name }) => {
    const place = found.get(id);
    return place ? [{ ...place, name }] : [];
  });
  if (list.length) await folder.writeJson(FILE, list);
  return due;
}
