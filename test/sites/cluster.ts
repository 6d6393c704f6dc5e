import { Albums } from './albums.ts';
import { Classless } from './classless.ts';
import { DotNetNuke } from './dotnetnuke.ts';
import { Joomla } from './joomla.ts';
import { Liferay } from './liferay.ts';
import { NukeViet } from './nukeviet.ts';
import { OldTables } from './old-tables.ts';
import { PlainHtml } from './plain-html.ts';
import { WebForms } from './web-forms.ts';
import { WordPress } from './wordpress.ts';

/** The sample cluster: one site of each CMS and some handmade ones, on free ports of the loopback interface. */
export async function startCluster() {
  const sites = {
    wordpress: new WordPress(),
    nukeviet: new NukeViet(),
    liferay: new Liferay(),
    joomla: new Joomla(),
    dotnetnuke: new DotNetNuke(),
    plainHtml: new PlainHtml(),
    webForms: new WebForms(),
    oldTables: new OldTables(),
    classless: new Classless(),
    albums: new Albums(),
  };
  const all = Object.values(sites);
  await Promise.all(all.map((site) => site.start()));
  return {
    sites,
    setNow: (now: number | undefined) => {
      for (const site of all) site.setNow(now);
    },
    stop: async () => {
      await Promise.all(all.map((site) => site.stop()));
    },
  };
}

export type SampleCluster = Awaited<ReturnType<typeof startCluster>>;
