import type { schools as vi } from '../vi/schools.ts';

export const schools: typeof vi = {};
