import { forecastUrl } from '../../core/model/forecast.ts';
import { sourceUrls } from '../data/source-urls.ts';

/** Reported to the page's author when `coordinateUrls` returns nothing. */
export const COORDINATES_ERROR =
  'latitude (-90 to 90) and longitude (-180 to 180) go together, and src names the server to ask: Open-Meteo, or one like it';

/**
 * Returns the forecast URLs of a location on the servers in `src`. Empty without `src` or if the coordinates are
 * invalid: coordinates are sent to no other server.
 */
export function coordinateUrls(
  src: string | null,
  latitude: string | null,
  longitude: string | null,
): string[] {
  const location = { latitude: Number(latitude || NaN), longitude: Number(longitude || NaN) };
  if (!src?.trim() || !(Math.abs(location.latitude) <= 90) || !(Math.abs(location.longitude) <= 180))
    return [];
  return sourceUrls(src, null, '').map((url) => forecastUrl(url, [location]));
}
