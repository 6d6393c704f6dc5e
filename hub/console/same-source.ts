import type { SourceRef } from '../setup/api.ts';

/** Whether both name the same source of the configuration. */
export const isSameSource = (a: SourceRef, b: SourceRef): boolean =>
  a.school === b.school && a.kind === b.kind && a.url === b.url;

/** What is in a source's state, or in any object with its reference, of the reference alone. */
export const refOf = ({ school, kind, url }: SourceRef): SourceRef => ({ school, kind, url });
