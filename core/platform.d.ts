/**
 * The platform APIs that core may use, common to pages, workers and Node. Only core's tsconfig includes this file, so
 * that any other API of browsers or Node is an error there.
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
