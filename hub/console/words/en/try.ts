import type { tryOut as vi } from '../vi/try.ts';

export const tryOut: typeof vi = {};
