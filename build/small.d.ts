import type { CompressOptions, FormatOptions } from 'terser';
import type { Plugin } from 'vite';

export const small: Plugin[];
export const terserOptions: { compress: CompressOptions; format: FormatOptions };
export const leanStyles: Plugin;
export const leanLit: () => Plugin;
export const licences: (...packages: string[]) => string;
