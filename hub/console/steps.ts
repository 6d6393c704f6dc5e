/** The steps, in the order in which a hub is set up. Their names stand in the URL, after `#`. */
export const STEPS = ['cluster', 'schools', 'try', 'run', 'sources', 'embed'] as const;
export type Step = (typeof STEPS)[number];

/** The step that a URL's fragment names. */
export const stepOf = (hash: string): Step | undefined => STEPS.find((step) => `#${step}` === hash);

/** The one-time key in a URL's fragment: longer than the name of a step. */
export const keyOf = (hash: string): string | undefined => /^#([\w-]{16,})$/.exec(hash)?.[1];
