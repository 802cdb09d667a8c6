/** Which names of one article mean the same person, body or place. Names of people are invented. */
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { canBeOnePerson, splitName } from '../../../src/engine/names/parts';
import { readNames } from './article';

describe('names: parts of a person’s name', () => {
  it('splits names into folded parts', () => {
    deepEqual(splitName('Sayyid Karim al-Tebsi'), ['sayyid', 'karim', 'al', 'tebsi']);
    deepEqual(splitName('J. R. Holloway Jr.'), ['j', 'r', 'holloway']);
    deepEqual(splitName('Dağoğlu'), ['dagoglu']);
  });

  it('allows left-out given names, initials and short forms, not other given names', () => {
    const same = (a: string, b: string) => canBeOnePerson(splitName(a), splitName(b));
    ok(same('Sayyid Karim Hosseyni Tebsi', 'Karim Tebsi'));
    ok(same('J. Holloway', 'James Holloway'));
    ok(same('Ben Holloway', 'Benjamin Holloway'));
    ok(same('Bashar Al Tebsi', 'Bashar Tebsi'));
    ok(!same('Ana Holloway', 'James Holloway'));
    ok(!same('Ana Holloway', 'Ana Brandt'));
  });
});

describe('names: entities of one article', () => {
  it('ties a surname to the full name', () => {
    const { entityOf, reasonOf } = readNames(
      'Tavid Orlemann spoke on Monday. “No,” Orlemann said. Mr. Orlemann then left.',
    );
    equal(entityOf('Orlemann'), entityOf('Tavid Orlemann'));
    equal(entityOf('Orlemann', 1), entityOf('Tavid Orlemann'));
    equal(reasonOf('Orlemann'), 'the surname of the only person so named here');
    deepEqual(entityOf('Orlemann').aliases, ['Orlemann']);
  });

  it('keeps a couple of one surname apart by their titles', () => {
    const { entityOf } = readNames(
      'William Falkner and his wife, Mary Falkner, attended. Mr. Falkner spoke first. Mrs. Falkner said little.',
    );
    notEqual(entityOf('William Falkner'), entityOf('Mary Falkner'));
    equal(entityOf('Falkner', 0), entityOf('William Falkner'));
    equal(entityOf('Falkner', 1), entityOf('Mary Falkner'));
  });

  it('never makes a person of a body named after one', () => {
    const { entityOf } = readNames(
      'Mary Falkner founded the Falkner Foundation in 1999. The Falkner Foundation gave money to schools, Falkner said.',
    );
    equal(entityOf('Falkner Foundation').kind, 'organization');
    equal(entityOf('Falkner'), entityOf('Mary Falkner'));
  });

  it('ties an acronym to the name it abbreviates', () => {
    const { entityOf } = readNames(
      'The National Institute of Geology (NIG) reported a quake. Officials at the NIG said it was weak.',
    );
    equal(entityOf('NIG', 1), entityOf('National Institute of Geology'));
  });

  it('ties short names of countries to the full one', () => {
    const { entityOf } = readNames(
      'The United States objected. Diplomats from the U.S. said the plan was unfair.',
    );
    equal(entityOf('U.S.'), entityOf('United States'));
    equal(entityOf('U.S.').name, 'United States');
  });
});
