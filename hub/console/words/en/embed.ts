import type { embed as vi } from '../vi/embed.ts';

export const embed: typeof vi = {};
