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
} from '../../core/poll/next.ts';
import { pollSource } from '../../core/poll/poll-source.ts';
import { parseJson } from '../../core/read/json/parse-json.ts';
import { either, list, number, oneOf, partial, record, type Schema, text } from '../../core/schema.ts';
import { line } from '../../core/text/normalize.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import type { HttpClient } from '../http/client.ts';
import type { HubState, WeatherState } from '../memory/types.ts';
import { weatherErrorMessage } from '../memory/unexpected-error.ts';
import { errorMessage } from '../messages.ts';
import { isNestedTooDeeply } from '../read/json-depth.ts';
import { afterError } from './after-error.ts';

/** Places in one request. Open-Meteo accepts more, but URLs must not get too long. */
const MAX_PLACES_PER_REQUEST = 100;
/** Hours published for each place. Open-Meteo sends seven days. */
const PUBLISHED_HOURS = 48;

/** A hundred forecasts are 1.5 MB. Larger JSON might need more memory than the hub has. */
const MAX_RESPONSE_BYTES = 4 * 2 ** 20;

/** Columns of equal length by variable, and their times. */
type Series = Record<string, (number | string | null)[]> & { time: string[] };

/** One place in Open-Meteo's response: the fields that widgets need. Other fields are published unchanged. */
interface Forecast {
  utc_offset_seconds: number;
  current: { time: string; temperature_2m: number; weather_code: number };
  hourly: Series;
  daily: Series;
}

/** A place in `weather.json`: its configured name, the time of the fetch (RFC 3339), and the forecast. */
export type PlaceWeather = Pick<Place, 'id' | 'name'> & { fetched_at: string } & Forecast;

const nullable =
  <T>(schema: Schema<T>): Schema<T | null> =>
  (value) =>
    value === null ? null : schema(value);

const columns = record(list(nullable(either(number(), text()))));
const withTime = partial<Series>({ time: list(text()) });
const series: Schema<Series> = (value) => withTime(columns(value));

const forecast = partial<Forecast>({
  utc_offset_seconds: number(),
  current: partial({ time: text(), temperature_2m: number(), weather_code: number() }),
  hourly: series,
  daily: series,
});
const forecasts = list(forecast);
/** Open-Meteo's response to a request that it does not accept. */
const refusal = partial<{ reason: string }>({ error: oneOf(true), reason: text() });

/** Cuts the hours to `PUBLISHED_HOURS`, from the current one on. */
function cutHours(place: Forecast): Forecast {
  const currentHour = place.current.time.slice(0, 'YYYY-MM-DDTHH'.length);
  const first = Math.max(
    0,
    place.hourly.time.findIndex((time) => time >= currentHour),
  );
  const cut = <T>(values: readonly T[]) => values.slice(first, first + PUBLISHED_HOURS);
  const hourly = Object.fromEntries(
    Object.entries(place.hourly).map(([name, values]) => [name, cut(values)]),
  );
  return { ...place, hourly: { ...hourly, time: cut(place.hourly.time) } };
}

const parseResponse = (body: Uint8Array) =>
  body.length > MAX_RESPONSE_BYTES || isNestedTooDeeply(body) ? undefined : parseJson(body);

/** The server's reason for refusing a request, if the value is a refusal. */
function refusalReason(value: unknown): string | undefined {
  const reason = line(refusal(value)?.reason, 200);
  return reason && `Máy chủ thời tiết từ chối: “${reason}”.`;
}

/**
 * Reads a response: a list of forecasts in the order of the request, or an object if there was one place. Places cannot
 * be matched by coordinates, since Open-Meteo snaps those to a grid.
 *
 * @returns the forecasts or an error message
 */
function parseForecasts(value: unknown, count: number): Forecast[] | string {
  if (value === undefined)
    return 'Máy chủ thời tiết trả lời không phải JSON, hoặc JSON quá lớn hay lồng nhau quá sâu.';
  const places = forecasts(Array.isArray(value) ? value : [value]);
  if (places?.length === count) return places.map(cutHours);
  return refusalReason(value) ?? 'Máy chủ thời tiết trả lời thiếu số liệu.';
}

/**
 * Polls the server for the forecasts of some places.
 *
 * @param state contains the validators to send
 * @returns the outcome, and the forecasts or an error message; neither after a 304
 */
async function fetchForecasts(
  server: string,
  places: readonly Place[],
  state: PollState,
  client: HttpClient,
): Promise<{ outcome: PollOutcome; forecasts?: Forecast[]; error?: string }> {
  let reason: string | undefined;
  const { outcome, content, unreadable } = await pollSource<Forecast[], string>(state, {
    async fetch(headers) {
      const result = await client.fetch(forecastUrl(server, places), {
        ...headers,
        Accept: 'application/json',
      });
      // The server's reason is more specific than the status.
      if ('body' in result && result.status >= 300) reason = refusalReason(parseResponse(result.body));
      return result;
    },
    async read({ body }) {
      const parsed = parseForecasts(parseResponse(body), places.length);
      return typeof parsed === 'string' ? { unreadable: parsed } : { content: parsed };
    },
  });
  const error = unreadable ?? reason ?? errorMessage(outcome);
  return { outcome, ...(content && { forecasts: content }), ...(error && { error }) };
}

/**
 * Fetches the forecasts of all places when they are due, or when a place has none yet. After a failure, the previous
 * forecasts stay, with their `fetched_at`.
 *
 * @param hub its `weather` is updated
 * @param previous the forecasts that are published now
 * @param force fetch even if they are not due
 * @returns whether the server was polled, and the forecasts to publish, in the order of the configuration
 */
export async function collectWeather(
  { places, weather: server }: Cluster,
  hub: HubState,
  previous: readonly PlaceWeather[],
  client: HttpClient,
  now: number,
  force: boolean,
): Promise<{ polled: boolean; weather: PlaceWeather[] }> {
  if (!places.length) {
    delete hub.weather;
    return { polled: false, weather: [] };
  }
  const byId = new Map(previous.map((place) => [place.id, place]));
  const incomplete = places.some(({ id }) => !byId.has(id));
  let poll = hub.weather?.poll ?? initialPollState(now);
  const polled = force || incomplete ? canRefreshNow(poll, now) : isDue(poll, now);
  if (polled) {
    // Without validators, or a 304 would leave the place without a forecast.
    const sentState = incomplete ? initialPollState(now) : poll;
    let error: string | undefined;
    for (let first = 0; first < places.length && !error; first += MAX_PLACES_PER_REQUEST) {
      const batch = places.slice(first, first + MAX_PLACES_PER_REQUEST);
      const fetched = await fetchForecasts(server, batch, sentState, client);
      for (const [index, forecast] of (fetched.forecasts ?? []).entries()) {
        const { id, name } = batch[index]!;
        byId.set(id, { id, name, fetched_at: formatVietnamTime(now), ...forecast });
      }
      error = fetched.error;
      poll = nextPollState(markRequested(poll, now), fetched.outcome, now, { random: Math.random });
    }
    hub.weather = { poll, ...(error && { error }) };
  }
  const weather = places.flatMap(({ id, name }) => {
    const place = byId.get(id);
    return place ? [{ ...place, name }] : [];
  });
  return { polled, weather };
}

/**
 * The weather's state after an unexpected error in fetching or publishing it.
 *
 * @param before the state before this run
 * @throws the error itself if it concerns the whole run, see `weatherErrorMessage`
 */
export const failedWeather = (
  before: WeatherState | undefined,
  error: unknown,
  now: number,
): WeatherState => ({
  poll: afterError(before?.poll ?? initialPollState(now), now),
  error: weatherErrorMessage(error),
});
