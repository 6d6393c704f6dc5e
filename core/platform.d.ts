/**
 * All of the platform that core may use: what pages, workers and Node have alike. Known to core's own tsconfig only,
 * so that anything else of a browser or of Node is an error there.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  readonly encoding: string;
  decode(bytes?: Uint8Array): string;
}

declare function atob(text: string): string;
