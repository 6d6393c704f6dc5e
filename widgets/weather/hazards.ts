import type { Hour } from '../../core/model/forecast.ts';
import type { Outlook } from './outlook.ts';

export type Hazard = 'storm' | 'rain' | 'heat' | 'cold';

/** WMO codes of heavy rain, heavy freezing rain and violent showers; thunderstorms are 95 and above. */
const HEAVY_RAIN_CODES = [65, 67, 82];
const STORM_CODE = 95;
/** Thresholds of Vietnam's weather service for severe heat (nắng nóng gay gắt) and damaging cold (rét hại). */
const HEAT_DEGREES = 37;
const COLD_DEGREES = 13;

export const isTemperatureHazard = (hazard: Hazard): boolean => hazard === 'heat' || hazard === 'cold';

/** Returns the hazards of an hour or a day. */
export function hazardsOf(code = 0, max: number, min: number): Hazard[] {
  const present: Record<Hazard, boolean> = {
    storm: code >= STORM_CODE,
    rain: HEAVY_RAIN_CODES.includes(code),
    heat: max >= HEAT_DEGREES,
    cold: min <= COLD_DEGREES,
  };
  return (Object.keys(present) as Hazard[]).filter((hazard) => present[hazard]);
}

/** Returns the hazards of the next 24 hours with their first hour; heat and cold with their most extreme hour. */
export function warnings({ now, hours }: Outlook): Map<Hazard, Hour> {
  const found = new Map<Hazard, Hour>();
  for (const hour of [now, ...hours]) {
    const degrees = hour.temperature_2m;
    for (const hazard of hazardsOf(hour.weather_code, degrees, degrees)) {
      const known = found.get(hazard)?.temperature_2m;
      if (
        known === undefined ||
        (hazard === 'heat' && degrees > known) ||
        (hazard === 'cold' && degrees < known)
      )
        found.set(hazard, hour);
    }
  }
  return found;
}
