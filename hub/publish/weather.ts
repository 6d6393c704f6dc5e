import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../../core/config/cluster.ts';
import { list, partial, text } from '../../core/schema.ts';
import type { PlaceWeather } from '../collect/weather.ts';
import type { PublicFolder } from './public-folder.ts';

const WEATHER_FILE = 'weather.json';

const published = list(partial<PlaceWeather>({ id: text() }));

/** The published forecasts, which the hub does not store elsewhere. */
export async function readWeather({ path }: PublicFolder): Promise<PlaceWeather[]> {
  try {
    return published(JSON.parse(await readFile(join(path, WEATHER_FILE), 'utf8'))) ?? [];
  } catch {
    return [];
  }
}

/** Writes the forecasts: no file before the first one, and an empty list without places. @throws WriteError */
export async function publishWeather(
  folder: PublicFolder,
  { places }: Cluster,
  weather: readonly PlaceWeather[],
): Promise<void> {
  if (weather.length || (!places.length && folder.has(WEATHER_FILE)))
    await folder.writeJson(WEATHER_FILE, weather);
}
