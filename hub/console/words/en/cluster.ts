import type { cluster as vi } from '../vi/cluster.ts';

export const cluster: typeof vi = {};
