/** What clauses deny, and how sure they are. */
import assert from 'node:assert/strict';
import type { Claim } from '../../../src/engine';
import { sharedEngine } from '../../engine';

function readClaim(text: string): Claim {
  const [claim] = sharedEngine().analyze({ id: 'a.txt', text }).claims;
  assert.ok(claim, `no claim in “${text}”`);
  return claim;
}

describe('polarity and modality of claims', function () {
  this.timeout(30_000);

  it('turns round the verb after a negation', () => {
    assert.deepEqual(readClaim('The league could not find a sponsor for the cup.').negated, ['find']);
    assert.deepEqual(readClaim('The senator refused to sign the letter.').negated, ['sign']);
    assert.deepEqual(readClaim('The ministry has yet to provide a list of victims.').negated, ['provide']);
  });

  it('leaves attempts and generic infinitives alone', () => {
    assert.deepEqual(readClaim('Police told of a failed attempt to enter the vault.').negated, []);
    assert.deepEqual(readClaim('The mayor advised guests not to attend the parade.').negated, []);
  });

  it('counts only verbs that assert as finite', () => {
    const { finite } = readClaim('The council voted to reopen the harbour.');
    assert.ok(finite.includes('vote'));
    assert.ok(!finite.includes('reopen'));
  });

  it('tells plans and possibilities from facts', () => {
    assert.equal(readClaim('The firm closed the mill in March.').modality, 'asserted');
    assert.equal(readClaim('The firm plans to close the mill in March.').modality, 'planned');
    assert.equal(readClaim('The firm may close the mill in March.').modality, 'possible');
  });
});
