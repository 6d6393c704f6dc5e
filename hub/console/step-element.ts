import { LitElement } from 'lit';
import type { ConsoleState } from '../setup/api.ts';
import type { ConsoleContext } from './context.ts';
import type { ConsoleWords } from './words/words.ts';

/**
 * A step of the console below its heading, which the shell renders. It is created when it is first opened, hidden while
 * another step is open, and rendered again whenever anything in the context changes.
 */
export abstract class StepElement extends LitElement {
  static override properties = { context: { attribute: false, hasChanged: () => true } };
  declare context: ConsoleContext;

  protected get state(): ConsoleState {
    return this.context.state;
  }

  protected get words(): ConsoleWords {
    return this.context.words;
  }

  /** No shadow root: the page's style sheets apply. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Called each time the step is opened, once it is rendered. */
  opened(): void {}

  /** Called when another step is opened. */
  left(): void {}
}
