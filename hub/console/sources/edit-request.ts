import type { SourceRef } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { refOf } from '../same-source.ts';

let requested: SourceRef | undefined;

/** Opens the step that edits sources, with the form of this one. */
export function editSource(source: SourceRef, context: ConsoleContext): void {
  requested = refOf(source);
  context.navigate('sources');
}

/** The source whose form was asked for, once. */
export function takeEditRequest(): SourceRef | undefined {
  const source = requested;
  requested = undefined;
  return source;
}
