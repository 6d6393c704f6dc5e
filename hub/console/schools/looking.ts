import type { FoundSite, LookEvent } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';

/** How far the look at one site is. */
export interface SiteProgress {
  address: string;
  phase: 'waiting' | 'opened' | 'trying';
  url?: string;
  requests?: number;
}

/** Looks at sites, and keeps what is going on. */
export class Looking {
  /** Sites that are not done, in the order of their addresses. */
  readonly open = new Map<string, SiteProgress>();
  done = 0;
  all = 0;
  isRunning = false;
  private aborter = new AbortController();

  /**
   * @param onChange called whenever something has changed
   * @param onSite called with each site once it is done
   */
  constructor(
    private readonly context: () => ConsoleContext,
    private readonly onChange: () => void,
    private readonly onSite: (site: FoundSite) => void,
  ) {}

  /** Looks at sites, and at those that were left over when the user stopped. */
  async look(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) if (!this.open.has(address)) this.add(address);
    if (this.isRunning) {
      this.onChange();
      return;
    }
    this.isRunning = true;
    this.aborter = new AbortController();
    this.onChange();
    // Others may be added meanwhile.
    const asked = new Set<string>();
    for (let next = this.unasked(asked); next.length; next = this.unasked(asked)) {
      for (const address of next) asked.add(address);
      if (!(await this.ask(next))) break;
    }
    this.isRunning = false;
    this.onChange();
  }

  private unasked(asked: ReadonlySet<string>): string[] {
    return [...this.open.keys()].filter((address) => !asked.has(address));
  }

  /** @returns whether all was looked at */
  private async ask(addresses: string[]): Promise<boolean> {
    const result = await this.context().call(
      'look',
      { addresses },
      { onEvent: (event) => this.take(event), signal: this.aborter.signal },
    );
    for (const site of result?.sites ?? [])
      if (this.open.has(site.address)) this.take({ address: site.address, phase: 'done', site });
    return !!result;
  }

  /** Ends the look; what is not done can be looked at later. */
  stop(): void {
    this.aborter.abort();
    for (const address of this.open.keys()) this.open.set(address, { address, phase: 'waiting' });
  }

  /** Takes up sites that were not looked at, as after `stop`. */
  leave(addresses: readonly string[]): void {
    for (const address of addresses) this.add(address);
  }

  private add(address: string): void {
    if (!this.open.size) this.done = this.all = 0;
    this.open.set(address, { address, phase: 'waiting' });
    this.all++;
  }

  private take(event: LookEvent): void {
    const { address } = event;
    if (event.phase === 'done') {
      this.open.delete(address);
      this.done++;
      this.onSite(event.site);
    } else this.open.set(address, event);
    this.onChange();
  }
}
