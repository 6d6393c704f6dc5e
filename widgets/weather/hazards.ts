import type { Hour } from '../../core/model/forecast.ts';
import type { Outlook } from './outlook.ts';

export type Hazard = 'storm' | 'rain' | 'heat' | 'cold';

/** Codes of heavy rain: steady, freezing, as showers. */
const HEAVY_RAIN = [65, 67, 82];
/** Degrees at which Vietnam's forecasters speak of severe heat (nắng nóng gay gắt), and of harmful cold (rét hại). */
const HEAT = 37;
const COLD = 13;

/** Those whose threat is in the degrees. */
export const inDegrees = (hazard: Hazard): boolean => hazard === 'heat' || hazard === 'cold';

/** What an hour or a day threatens with. */
export function hazards(code = 0, max: number, min: number): Hazard[] {
  const threats: Record<Hazard, boolean> = {
    storm: code >= 95,
    rain: HEAVY_RAIN.includes(code),
    heat: max >= HEAT,
    cold: min <= COLD,
  };
  return (Object.keys(threats) as Hazard[]).filter((hazard) => threats[hazard]);
}

/** What the next 24 hours threaten with: the hour when it begins; of heat and cold, when it is greatest. */
export function warnings({ now, hours }: Outlook): Map<Hazard, Hour> {
  const found = new Map<Hazard, Hour>();
  for (const hour of [now, ...hours]) {
    const degrees = hour.temperature_2m;
    for (const hazard of hazards(hour.weather_code, degrees, degrees)) {
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
