import { parse } from 'jsonc-parser';
import { type ClusterSchool, readCluster } from '../../core/config/cluster.ts';
import { serverOf } from '../../core/poll/plan.ts';
import { sampleConfig } from '../config/sample-config.ts';

/** The schools that the product knows: those of the sample configuration. */
export const PACKAGED_SCHOOLS: readonly ClusterSchool[] = readCluster(
  parse(sampleConfig, [], { allowTrailingComma: true }),
).schools;

/** The school whose homepage is on the server of a URL, if it is known. */
export const knownSchoolAt = (url: string): ClusterSchool | undefined =>
  PACKAGED_SCHOOLS.find(({ home }) => serverOf(home) === serverOf(url));
