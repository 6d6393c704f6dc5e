/** What the shell of the page gives to the steps. */
import type { ClusterSource, ListKind } from '../../core/config/cluster.ts';
import type { CallName, Calls, ConsoleState, Pointed, SourceRef } from '../setup/api.ts';
import type { CallError } from './call.ts';
import type { Step } from './steps.ts';
import type { ConsoleWords, Language } from './words/words.ts';

export interface CallOptions<Name extends CallName> {
  onEvent?: (event: Calls[Name]['event']) => void;
  /** Aborting it ends the call without a result and without an error. */
  signal?: AbortSignal;
  /** Shows an error where it belongs, as at `error.field`, instead of in a notice. */
  onError?: (error: CallError) => void;
}

/** A list that is to be pointed at. */
export interface PointRequest {
  /** For the heading. */
  schoolName: string;
  kind: ListKind;
  /** The page to begin with, or the address that its field is filled with. */
  url: string;
  /** How the list has been read so far. */
  source?: ClusterSource;
  /** Whose remembered posts to compare with. */
  remembered?: SourceRef;
}

export interface ConsoleContext {
  /** As the server last told it: the result of every call that returns it is taken over. */
  readonly state: ConsoleState;
  readonly lang: Language;
  readonly words: ConsoleWords;
  readonly step: Step;

  /**
   * Calls the server. Errors are shown in a notice unless `onError` takes them; that the server does not answer, or no
   * longer knows this page, is always shown by the shell. Never rejects for an error of the server.
   *
   * @returns the result; undefined after an error, or if it was aborted
   */
  call<Name extends CallName>(
    name: Name,
    request: Calls[Name]['request'],
    options?: CallOptions<Name>,
  ): Promise<Calls[Name]['result'] | undefined>;

  /** Opens a step, and moves the focus to its heading. */
  navigate(step: Step): void;

  /** Says what was done, at the foot of the page. The notice stays until the next one, or until it is closed. */
  notify(text: string, undo?: () => unknown): void;

  /** Ticks a step off until the page is closed, where `state` cannot tell that it is done. */
  markDone(step: Step): void;

  /**
   * Lets the user point at a list in the page itself, in a view over the step.
   *
   * @returns what was accepted; undefined if the user went back
   */
  point(request: PointRequest): Promise<Pointed | undefined>;
}
