/**
 * The platform APIs that core may use: those that pages, workers and Node share. Only core's tsconfig includes this
 * file, so using any other API of browsers or Node in core is an error.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
  username: string;
  password: string;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  readonly encoding: string;
  decode(bytes?: Uint8Array): string;
}

declare function atob(text: string): string;
