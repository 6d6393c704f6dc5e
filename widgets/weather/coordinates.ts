import { forecastUrl } from '../../core/model/forecast.ts';
import { sourceUrls } from '../data/source-urls.ts';

/** Reported to the page's author when `coordinateUrls` returns nothing. */
export const COORDINATES_ERROR =
  'latitude (-90 to 90) and longitude (-180 to 180) go together, and src names the server to ask: Open-Meteo, or one like it';

/** NaN if there is none. */
const degrees = (value: string | number | null) => (value === null || value === '' ? NaN : Number(value));

/**
 * Returns the forecast URLs of a location on the servers in `src`. Empty without `src` or if the coordinates are
 * invalid: coordinates are sent to no other server.
 */
export function coordinateUrls(
  src: string | null,
  latitude: string | number | null,
  longitude: string | number | null,
): string[] {
  const location = { latitude: degrees(latitude), longitude: degrees(longitude) };
  if (!src?.trim() || !(Math.abs(location.latitude) <= 90) || !(Math.abs(location.longitude) <= 180))
    return [];
  return sourceUrls(src, null, '').map((url) => forecastUrl(url, [location]));
}
