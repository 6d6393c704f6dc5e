import type { PlaceForecast } from '../../core/model/forecast.ts';
import { readForecast } from '../../core/read/forecast.ts';
import { DataController } from '../data/data-controller.ts';
import type { ForecastList, ForecastResponse } from '../data/events.ts';
import { fetchOnce } from '../data/fetch-once.ts';
import { outlook } from './outlook.ts';

/** Returns the places whose forecast has not run out. */
const usablePlaces = (list: ForecastList | undefined): PlaceForecast[] =>
  [list?.places ?? []]
    .flat()
    .map(readForecast)
    .filter((place) => outlook(place, Date.now()));

/**
 * Parses the hub's list, or Open-Meteo's response for one place or several.
 *
 * @throws {SyntaxError} if it is not JSON
 * @throws {Error} if places are given but none has a usable forecast
 */
function readForecastList(body: Uint8Array): ForecastList {
  const value = JSON.parse(new TextDecoder().decode(body));
  const fetched_at = new Date().toISOString();
  const places: ForecastResponse[] = [value].flat().map((place) => ({ fetched_at, ...place }));
  if (places.length && !usablePlaces({ places }).length)
    throw new Error(value.reason ?? 'no forecast, or one that has run out');
  return { places };
}

/** Loads forecasts. The first source that has a place wins. */
export class WeatherController extends DataController<ForecastList> {
  places: readonly PlaceForecast[] = [];

  protected override read(url: string, signal: AbortSignal): Promise<ForecastList> {
    return fetchOnce(url, signal, readForecastList);
  }

  protected override toCache(data: unknown): ForecastList | undefined {
    const list = data as ForecastList | undefined;
    return usablePlaces(list).length ? list : undefined;
  }

  protected override merge(): boolean {
    const all = this.answers.flatMap(({ data }) => usablePlaces(data));
    this.places = all.filter(({ id }, index) => all.findIndex((place) => place.id === id) === index);
    return all.length > 0;
  }
}
