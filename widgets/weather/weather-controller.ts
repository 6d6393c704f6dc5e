import type { PlaceForecast } from '../../core/model/forecast.ts';
import { readForecast } from '../../core/read/forecast.ts';
import { DataController } from '../data/data-controller.ts';
import { fetchOnce } from '../data/fetch-once.ts';
import { outlook } from './outlook.ts';

/** Places as the hub's `weather.json` has them: each an answer of Open-Meteo's with `id`, `name` and `fetched_at`. */
export interface Weather {
  title?: string;
  places: readonly object[];
}

/** Those whose forecast has not run out, of whatever is given as weather. */
const usable = (weather: Weather | undefined): PlaceForecast[] =>
  [weather?.places ?? []]
    .flat()
    .map(readForecast)
    .filter((place) => outlook(place, Date.now()));

/** The hub's list, or Open-Meteo's answer for one place or several. */
function readWeather(body: Uint8Array): Weather {
  const value = JSON.parse(new TextDecoder().decode(body));
  const fetched_at = new Date().toISOString();
  const places = [value].flat().map((place) => ({ fetched_at, ...place }));
  if (places.length && !usable({ places }).length)
    throw new Error(value.reason ?? 'no forecast, or one that has run out');
  return { places };
}

/** Loads forecasts; of a place that several sources have, the first counts. */
export class WeatherController extends DataController<Weather> {
  places: readonly PlaceForecast[] = [];

  protected override read(url: string, signal: AbortSignal): Promise<Weather> {
    return fetchOnce(url, signal, readWeather);
  }

  protected override toCache(data: unknown): Weather | undefined {
    const weather = data as Weather | undefined;
    return usable(weather).length ? weather : undefined;
  }

  protected override merge(): boolean {
    const all = this.answers.flatMap(({ data }) => usable(data));
    this.places = all.filter(({ id }, index) => all.findIndex((place) => place.id === id) === index);
    return all.length > 0;
  }
}
