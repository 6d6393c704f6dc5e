/** What a policy can preset is described where the browser and IT departments look for it. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import schema from '../../../extension/managed-schema.json' with { type: 'json' };
import { parsePolicy } from '../../../extension/schools/policy.ts';
import { policyFields } from '../../../extension/store/schema.ts';

const names = Object.keys(policyFields);
const readme = readFileSync('extension/README.md', 'utf8');

describe('the settings that a policy can preset', () => {
  it('are those of managed-schema.json', () => {
    expect(Object.keys(schema.properties)).to.have.members(names);
  });

  it('are described in both languages', () => {
    const [vietnamese, english] = readme.split('## In English');
    for (const name of names)
      for (const part of [vietnamese, english]) expect(part).to.include(`\`${name}\``);
  });

  it('include watch words, their notifications and the digest; a word that does not fit costs no other', () => {
    const policy = parsePolicy({ watch: ['tuyển sinh', ' ', 12], watchNotify: true, digest: 8 });
    expect(policy).to.deep.include({ watch: ['tuyển sinh'], watchNotify: true, digest: 8 });
    expect(policy?.rejected).to.have.length(2);
    expect(parsePolicy({ digest: 24 })?.digest).to.equal(undefined);
  });
});
