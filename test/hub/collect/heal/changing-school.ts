/** A school with one site, which a test writes and changes, and the hub that reads it. */
import { expect } from 'chai';
import type { ListKind } from '../../../../core/config/cluster.ts';
import type { Feed } from '../../../../core/model/feed.ts';
import { HOUR_MS } from '../../../../core/time/duration.ts';
import type { RunResult } from '../../../../hub/run.ts';
import { WrittenSite } from '../../changing-site.ts';
import { type Hub, NOW, startHub, titles } from '../../start-hub.ts';

/** Longer than any wait between polls. */
export const LATER = 30 * HOUR_MS;

/** The tag by which a page declares a feed. */
export const feedLink = (path: string): string =>
  `<link rel="alternate" type="application/rss+xml" href="${path}">`;

export class ChangingSchool {
  readonly site = new WrittenSite();
  hub!: Hub;
  /** The time of the last run, ms since the epoch. */
  now = NOW;

  /** Starts its site. It is to be written before the hub starts. */
  async open(): Promise<this> {
    await this.site.start();
    return this;
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    await this.site.stop();
  }

  /** Its entry in the configuration. @param more its sources and other fields */
  entry(more: object): object {
    return { id: 'nb', name: 'Trường A', home: this.site.url('/'), ...more };
  }

  /**
   * Starts the hub and runs it.
   *
   * @param more fields of the school
   * @param cluster fields of the configuration
   */
  async startHub(more: object, cluster: object = {}): Promise<void> {
    this.hub = await startHub(() => [this.entry(more)], cluster);
    await this.hub.run(this.now);
  }

  /** A changed configuration, with the fields that `startHub` takes. */
  configured(more: object, cluster: object = {}): object {
    return { ...this.hub.configuration, ...cluster, schools: [this.entry(more)] };
  }

  /** Runs the hub when all sources are due, with another configuration if given. */
  run(configuration?: object): Promise<RunResult> {
    this.now += LATER;
    return this.hub.run(this.now, {}, configuration);
  }

  /** A published list. */
  list(kind: ListKind = 'news'): Promise<Feed> {
    return this.hub.feed(`schools/nb/${kind}.json`);
  }

  /** The published ids, by title. */
  async ids(kind?: ListKind): Promise<Map<string | undefined, string>> {
    return new Map((await this.list(kind)).items.map(({ title, id }) => [title, id]));
  }

  /** What the status says of a source. */
  async status(index = 0) {
    return JSON.parse(await this.hub.text('status.json')).sources[index];
  }

  /** Expects that the posts have their former ids, and that each title is published once. */
  async expectSame(before: Map<string | undefined, string>): Promise<void> {
    const after = await this.ids();
    for (const [title, id] of before) expect(after.get(title), title).to.equal(id);
    const all = titles(await this.list());
    expect(new Set(all).size).to.equal(all.length);
  }
}
