import { hashText } from '../hash.ts';

/** The hue of a school's colour in degrees, from its id: the same wherever the school is shown. */
export const schoolHue = (id: string): number => Number.parseInt(hashText(id), 36) % 360;
