import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { nextStep } from '../next-step.ts';
import { StepElement } from '../step-element.ts';
import { foundSchool } from './found-school.ts';
import { FoundSchools } from './found-schools.ts';
import { keep, restore } from './kept-found.ts';
import { lookProgress } from './look-progress.ts';
import { Looking } from './looking.ts';
import { refusedSites } from './refused-sites.ts';

/** Step 2: looks at the schools' sites, and takes what was found into the configuration. */
export class SchoolsStep extends StepElement {
  private readonly found = new FoundSchools(
    () => this.context,
    () => this.requestUpdate(),
    (next) =>
      void this.moveFocus(next ? `[data-address="${CSS.escape(next.address)}"] h3` : '.configured > h2'),
  );
  private readonly looking = new Looking(
    () => this.context,
    () => this.requestUpdate(),
    this.found.add,
  );

  /** What was there when the page was left. */
  private readonly kept = restore();

  constructor() {
    super();
    this.found.drafts = this.kept.drafts;
    this.found.refused = this.kept.refused;
    this.looking.leave(this.kept.left);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.keep);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.keep);
  }

  private readonly keep = (): void => {
    const { drafts, refused } = this.found;
    const typed = this.querySelector('textarea')?.value ?? '';
    keep({ drafts, refused, left: [...this.looking.open.keys()], typed });
  };

  private readonly look = (addresses: readonly string[]): void => {
    for (const address of addresses) this.found.dismissRefused(address);
    void this.looking.look(addresses);
    void this.moveFocus('.looking h2');
  };

  private readonly lookAgain = (address: string): void => this.look([address]);

  private readonly stop = (): void => {
    this.looking.stop();
    void this.moveFocus('.looking h2');
  };

  /** Moves the focus to what the user goes on with, as what had it may be gone. */
  private async moveFocus(selector: string): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const target = this.querySelector<HTMLElement>(selector);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult {
    const { schools: words } = this.words;
    const { add } = words;
    const { looking, found } = this;
    return html`<section class="add" aria-labelledby="add-heading"><h2 id="add-heading">${add.heading}</h2>
        <tct-console-addresses .context=${this.context} .isBusy=${looking.isRunning} .look=${this.look} .typed=${this.kept.typed}></tct-console-addresses>
      </section>
      ${lookProgress(looking, words, this.stop, () => this.look([]))}
      ${refusedSites(found.refused, words, this.lookAgain, (address) => found.dismissRefused(address))}
      ${this.foundSection()}
      ${this.configured()}
      ${this.state.schools.length ? html`<div class="buttons">${nextStep('try', this.words, found.drafts.length === 0)}</div>` : nothing}`;
  }

  private foundSection(): TemplateResult | typeof nothing {
    const { found: words } = this.words.schools;
    const { drafts, good } = this.found;
    if (!drafts.length) return nothing;
    return html`<section class="found" aria-labelledby="found-heading">
      <div class="found-head"><div><h2 id="found-heading">${words.heading}</h2><p>${words.lead}</p></div>
        ${good.length ? html`<div class="accept-good"><button class="strong" @click=${() => this.found.save(good)}>${words.acceptGood(good.length)}</button><p class="hint">${words.goodHow}</p></div>` : nothing}
      </div>
      ${repeat(
        drafts,
        ({ address }) => address,
        (draft) => foundSchool(draft, this.context, this.found),
      )}
    </section>`;
  }

  private configured(): TemplateResult {
    const { config } = this.words.schools;
    const { schools } = this.state;
    return html`<section class="configured" aria-labelledby="configured-heading">
      <h2 id="configured-heading" tabindex="-1">${config.heading}${schools.length ? html` <span class="mark">${config.count(schools.length)}</span>` : nothing}</h2>
      ${
        schools.length
          ? repeat(
              schools,
              ({ id }) => id,
              (school) =>
                html`<tct-console-school .context=${this.context} .school=${school} .lookAgain=${this.lookAgain} .removed=${() => this.moveFocus('.configured > h2')}></tct-console-school>`,
            )
          : html`<p class="none">${config.none}</p>`
      }
    </section>`;
  }
}
