import type { PlaceForecast } from '../../core/model/forecast.ts';
import { readForecast } from '../../core/read/forecast.ts';
import { DataController } from '../data/data-controller.ts';
import type { ForecastList, ForecastResponse } from '../data/events.ts';
import { outlook } from './outlook.ts';

/** Returns the places whose forecast has not run out. */
const usablePlaces = (places: readonly unknown[] = []): PlaceForecast[] =>
  places.map(readForecast).filter((place) => outlook(place, Date.now()));

/**
 * Parses the hub's list, Open-Meteo's response for one place or several, or a cached copy.
 *
 * @throws {SyntaxError} if it is not JSON
 * @throws {Error} if places are given but none has a usable forecast
 */
function readForecastList(body: Uint8Array | string): ForecastList {
  const value = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
  const fetched_at = new Date().toISOString();
  const places: ForecastResponse[] = [value.places ?? value]
    .flat()
    .map((place) => ({ fetched_at, ...place }));
  if (places.length && !usablePlaces(places).length)
    throw new Error(value.reason ?? 'no forecast, or one that has run out');
  return { places };
}

/** Loads forecasts. The first source that has a place wins. */
export class WeatherController extends DataController<ForecastList> {
  places: readonly PlaceForecast[] = [];

  protected override get hasData(): boolean {
    return this.places.length > 0;
  }

  protected override readonly parse = readForecastList;

  protected override merge(): undefined {
    const all = this.answers.flatMap(({ data }) => usablePlaces(data?.places));
    this.places = all.filter(({ id }, index) => all.findIndex((place) => place.id === id) === index);
  }
}
