import { forecastUrl } from '../../core/model/forecast.ts';
import { sourceUrls } from '../data/source-urls.ts';

/** Why there is no address, for whoever made the page. */
export const MISPLACED =
  'latitude (-90 to 90) and longitude (-180 to 180) go together, and src names the server to ask: Open-Meteo, or one like it';

/**
 * Where the weather of a place is asked for: of the servers in `src` and nowhere else, so that without one, or where the
 * coordinates are none, there is no address.
 */
export function placeAddresses(
  src: string | null,
  latitude: string | null,
  longitude: string | null,
): string[] {
  const place = { latitude: Number(latitude || NaN), longitude: Number(longitude || NaN) };
  if (!src?.trim() || !(Math.abs(place.latitude) <= 90) || !(Math.abs(place.longitude) <= 180)) return [];
  return sourceUrls(src, null, '').map((address) => forecastUrl(address, [place]));
}
