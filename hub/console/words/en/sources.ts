import type { sources as vi } from '../vi/sources.ts';

export const sources: typeof vi = {};
