/** Defined by the build. */
declare const __VERSION__: string;

/** Version of the hub; `dev` when run from source. */
export const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : 'dev';
