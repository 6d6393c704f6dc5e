import type { ReactiveControllerHost } from 'lit';
import type { ClusterSource } from '../../../core/config/cluster.ts';
import type { EditedSchool, SourceRef, SourceState } from '../../setup/api.ts';
import type { CallError } from '../call.ts';
import type { ConsoleContext } from '../context.ts';
import { isSameSource, refOf } from '../same-source.ts';
import { sourceName } from '../source-label.ts';
import { conditionOf } from './condition.ts';
import { editedSource } from './edited-source.ts';
import { pointAgain } from './point-again.ts';
import type { SourceActions } from './source-card.ts';

/** What the dialog of the step is about. */
type Subject =
  | { kind: 'source'; source: SourceState }
  | { kind: 'school'; school: EditedSchool }
  | { kind: 'removal'; school: EditedSchool };

/** What the user changes in the step that watches the sources. Everything but the removal of a school can be undone. */
export class SourceChanges implements SourceActions {
  /** The open dialog. */
  subject: Subject | undefined;
  /** What is wrong with what was typed in it. */
  error: CallError | undefined;
  #asking: SourceRef[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { readonly context: ConsoleContext },
  ) {}

  /** Whether the state should not be asked for now: something is being asked or typed. */
  get isAtWork(): boolean {
    return this.#asking.length > 0 || this.subject !== undefined;
  }

  get #context(): ConsoleContext {
    return this.host.context;
  }

  get #text() {
    return this.#context.words.sources;
  }

  isAsking = (source: SourceRef): boolean => this.#asking.some((each) => isSameSource(each, source));

  ask = async (source: SourceState): Promise<void> => {
    const context = this.#context;
    const ref = refOf(source);
    this.#asking = [...this.#asking, ref];
    this.host.requestUpdate();
    const state = await context.call('ask', ref);
    this.#asking = this.#asking.filter((each) => !isSameSource(each, ref));
    this.host.requestUpdate();
    const after = state?.sources.find((each) => isSameSource(each, ref));
    if (after)
      context.notify(this.#text.askedAgain(sourceName(ref, context), this.#text.states[conditionOf(after)]));
  };

  pause = async (source: SourceState): Promise<void> => {
    const { isPaused } = source;
    const ref = refOf(source);
    const name = sourceName(ref, this.#context);
    if (!(await this.#context.call('pauseSource', { ...ref, isPaused: !isPaused }))) return;
    this.#context.notify(isPaused ? this.#text.resumed(name) : this.#text.paused(name), () =>
      this.#context.call('pauseSource', { ...ref, isPaused }),
    );
  };

  remove = async (source: SourceState): Promise<void> => {
    const context = this.#context;
    const ref = refOf(source);
    const name = sourceName(ref, context);
    const school = context.state.schools.find(({ id }) => id === ref.school);
    if (!(await this.#keepingFocus(() => context.call('saveSource', ref)))) return;
    context.notify(
      this.#text.removed(name),
      school && (() => context.call('saveSchools', { schools: [{ ...school, was: school.id }] })),
    );
  };

  replace = async (source: SourceState, by: ClusterSource): Promise<void> => {
    const { active } = source.source;
    const config = { ...by, ...(active !== undefined && { active }) };
    if (!(await this.#keepingFocus(() => this.#save(source, config)))) return;
    this.#notifySaved(source, config, this.#text.written);
  };

  point = (source: SourceState): void => void pointAgain(source, this.#context);

  edit = (source: SourceState): void => this.#open({ kind: 'source', source });
  editSchool = (school: EditedSchool): void => this.#open({ kind: 'school', school });
  askToRemove = (school: EditedSchool): void => this.#open({ kind: 'removal', school });

  /** After the dialog was closed, by a button or by Esc. */
  closed = (): void => {
    this.subject = undefined;
    this.error = undefined;
    this.host.requestUpdate();
  };

  saveSource = async (source: SourceState, data: FormData): Promise<void> => {
    const config = editedSource(data, source.source);
    if (!(await this.#save(source, config, this.#onError))) return;
    this.#close();
    this.#notifySaved(source, config, this.#text.saved);
  };

  saveSchool = async (school: EditedSchool, data: FormData): Promise<void> => {
    const [name, home] = ['name', 'home'].map((field) => String(data.get(field)).trim());
    if (!(await this.#saveSchool({ ...school, name: name!, home: home! }, school))) return;
    this.#close();
    this.#context.notify(this.#text.saved, () => this.#saveSchool(school));
  };

  resumeSchool = async (school: EditedSchool): Promise<void> => {
    if (!(await this.#keepingFocus(() => this.#saveSchool({ ...school, active: true }, school)))) return;
    this.#context.notify(this.#text.resumed(school.name), () => this.#saveSchool(school));
  };

  removeSchool = async ({ id, name }: EditedSchool): Promise<void> => {
    this.#close();
    if (await this.#keepingFocus(() => this.#context.call('removeSchool', { id })))
      this.#context.notify(this.#text.removed(name));
  };

  #save(source: SourceState, config: ClusterSource, onError?: (error: CallError) => void) {
    const options = onError && { onError };
    return this.#context.call('saveSource', { ...refOf(source), source: config }, options);
  }

  /** @param seen the school before its user changed it */
  #saveSchool(school: EditedSchool, seen?: EditedSchool) {
    const options = this.subject && { onError: this.#onError };
    const change = { ...school, was: school.id, ...(seen && { seen }) };
    return this.#context.call('saveSchools', { schools: [change] }, options);
  }

  #notifySaved({ school, kind, source }: SourceState, config: ClusterSource, text: string): void {
    const undo = () => this.#context.call('saveSource', { school, kind, url: config.url, source });
    this.#context.notify(text, undo);
  }

  readonly #onError = (error: CallError): void => {
    this.error = error;
    this.host.requestUpdate();
  };

  #open(subject: Subject): void {
    this.subject = subject;
    this.error = undefined;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#dialog?.showModal());
  }

  #close(): void {
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.querySelector('dialog');
  }

  /** Does something; if the control that began it has gone then, moves the focus to what stood around it. */
  async #keepingFocus<T>(work: () => Promise<T>): Promise<T> {
    const focused = document.activeElement;
    const places = [focused?.closest('.source'), focused?.closest('.school')].map((each) => [
      each,
      each?.nextElementSibling,
      each?.previousElementSibling,
    ]);
    const result = await work();
    await this.host.updateComplete;
    if (document.activeElement !== document.body) return result;
    const place = places.flat().find((each) => each?.isConnected) ?? this.host;
    place.querySelector<HTMLElement>('button, a')?.focus();
    return result;
  }
}
