import type { run as vi } from '../vi/run.ts';

export const run: typeof vi = {};
