/** Pronouns and descriptions of invented articles: resolved where clear, left alone where not. */
import assert from 'node:assert/strict';
import { sharedEngine } from '../../engine';

function resolve(text: string): string[] {
  const { mentions, entities } = sharedEngine().analyze({ id: 'a.txt', text });
  return mentions
    .filter(({ form }) => form !== 'name')
    .map(({ start, end, entity }) => `${text.slice(start, end)} = ${entities[entity]?.name}`);
}

describe('coreference', () => {
  before(function () {
    this.timeout(180_000);
    sharedEngine();
  });

  it('follows the subject of the sentence before', () => {
    const found = resolve(
      'Mayor Robert Dunmore met Peter Hale on Tuesday. He said the bridge would stay closed.',
    );
    assert.deepEqual(found, ['He = Robert Dunmore']);
  });

  it('does not give “him” to the subject of its clause', () => {
    const found = resolve('Robert Dunmore met with Peter Hale in Quenta, and thanked him for his help.');
    assert.ok(found.includes('him = Peter Hale'), found.join('; '));
  });

  it('leaves pronouns of people without a name alone', () => {
    const found = resolve(
      'Robert Dunmore spoke on Monday. A soldier from the north said he had lost his boots.',
    );
    assert.deepEqual(found, []);
  });

  it('leaves pronouns inside quotation marks alone', () => {
    const found = resolve('Robert Dunmore spoke on Monday. “He never came,” said Anna Hale.');
    assert.deepEqual(found, []);
  });

  it('finds who a description means by office and country', () => {
    const found = resolve(
      'French President Robert Dunmore met German Chancellor Anna Hale. The French president left early, a guard said.',
    );
    assert.ok(found.includes('The French president = Robert Dunmore'), found.join('; '));
  });
});
