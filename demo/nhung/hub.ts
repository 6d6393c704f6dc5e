/** What the hub beside the page offers, from the files in its folder. */
import { schoolHue } from '../../core/model/school-hue.ts';
import { schoolLabels } from '../../core/model/school-labels.ts';
import { hubAddress } from '../hub-address.ts';
import { readJson } from '../read-json.ts';
import { BLOCKS, type Block, type ListKind } from './blocks.ts';

export interface HubSchool {
  id: string;
  name: string;
  /** The name without what all the names have. */
  label: string;
  /** Hue of its colour, in degrees. */
  hue: number;
  lists: Partial<Record<ListKind, string>>;
}

export interface Place {
  id: string;
  name: string;
}

export interface Hub {
  /** Address of the folder as this page reaches it, ending in a slash. */
  folder: string;
  /** The public address, which the code names. */
  address: string;
  name: string;
  schools: HubSchool[];
  places: Place[];
  /** Checksum of `tct-all.js`. */
  integrity?: string | undefined;
  /** Whether `cluster.json` could be read. */
  isKnown: boolean;
}

interface ClusterFile {
  name?: string;
  hub?: string;
  schools?: ({ id: string; name: string } & HubSchool['lists'])[];
}

const isPlace = (place: unknown): place is Place => typeof Object(place).id === 'string';

function toSchools({ schools = [] }: ClusterFile): HubSchool[] {
  const labels = schoolLabels(Object.fromEntries(schools.map(({ id, name }) => [id, { name }])));
  return schools.map(({ id, name, news, documents, gallery }) => ({
    id,
    name,
    label: labels.get(id) ?? name,
    hue: schoolHue(id),
    lists: { news, documents, gallery } as HubSchool['lists'],
  }));
}

/** Reads the files of a hub's folder. What is missing is not offered. */
export async function readHub(folder: URL): Promise<Hub> {
  const [cluster, weather, integrity] = await Promise.all([
    readJson<ClusterFile>(new URL('cluster.json', folder)),
    readJson<unknown[]>(new URL('weather.json', folder)),
    readJson<Record<string, string>>(new URL('integrity.json', folder)),
  ]);
  return {
    folder: folder.href,
    address: hubAddress(cluster?.hub, folder),
    name: cluster?.name ?? '',
    schools: toSchools(cluster ?? {}),
    places: Array.isArray(weather) ? weather.filter(isPlace) : [],
    integrity: integrity?.['tct-all.js'],
    isKnown: Array.isArray(cluster?.schools),
  };
}

export const schoolsWith = ({ schools }: Hub, list: ListKind | undefined): HubSchool[] =>
  list ? schools.filter(({ lists }) => lists[list]) : [];

/** The blocks that the hub has something for; all if the hub cannot be read, for sources of one's own. */
export const blocksOf = (hub: Hub): readonly Block[] =>
  hub.isKnown
    ? BLOCKS.filter(({ list }) => (list ? schoolsWith(hub, list).length : hub.places.length))
    : BLOCKS;
