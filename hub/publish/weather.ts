import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../../core/config/cluster.ts';
import { list, partial, text } from '../../core/schema.ts';
import type { PlaceWeather } from '../collect/weather.ts';
import type { PublicFolder } from './public-folder.ts';

const FILE = 'weather.json';

const published = list(partial<PlaceWeather>({ id: text() }));

/** The forecasts that are published now. The hub stores them nowhere else. */
export async function readWeather({ path }: PublicFolder): Promise<PlaceWeather[]> {
  try {
    return published(JSON.parse(await readFile(join(path, FILE), 'utf8'))) ?? [];
  } catch {
    return [];
  }
}

/** Writes the forecasts. The file appears with the first of them, and is emptied with the last place. @throws WriteError */
export async function publishWeather(
  folder: PublicFolder,
  { places }: Cluster,
  weather: readonly PlaceWeather[],
): Promise<void> {
  if (weather.length || (!places.length && folder.has(FILE))) await folder.writeJson(FILE, weather);
}
