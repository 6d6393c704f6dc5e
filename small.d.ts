import type { MinifyOptions } from 'terser';
import type { Plugin } from 'vite';

export const small: Plugin[];
export const terserOptions: MinifyOptions;
export const leanStyles: Plugin;
export const leanLit: () => Plugin;
export const licences: (...packages: string[]) => string;
