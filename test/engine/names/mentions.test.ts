/** Which names are found, of which kind, with which span. Names of people are invented. */
import { deepEqual, ok } from 'node:assert/strict';
import { readNames } from './article';

describe('names: spans and kinds', () => {
  it('keeps titles and offices out of the span', () => {
    const { named } = readNames(
      'Oil Minister Tavid Orlemann met President Hosseyn Maradi in Geneva on Monday. Mr. Maradi thanked him.',
    );
    deepEqual(named('person'), ['Tavid Orlemann', 'Hosseyn Maradi', 'Maradi']);
    deepEqual(named('place'), ['Geneva']);
  });

  it('finds the person at the end of a long office', () => {
    const { named } = readNames(
      'White House National Security Council Coordinator for Strategic Communications Jorin Kelbsey said on Tuesday that talks went on.',
    );
    deepEqual(named('person'), ['Jorin Kelbsey']);
  });

  it('takes a name after an honorific for a person, unknown as it may be', () => {
    const { named } = readNames(
      'The council asked Ms. Quillovar to resign. Dr. Ubasteen refused to comment.',
    );
    deepEqual(named('person'), ['Quillovar', 'Ubasteen']);
  });

  it('leaves the possessive out of the span', () => {
    const { named } = readNames(
      'Ana Delmira’s lawyer spoke in Norway’s capital. “Delmira’s plan failed,” he said.',
    );
    deepEqual(named('person'), ['Ana Delmira', 'Delmira']);
    deepEqual(named('place'), ['Norway']);
  });

  it('does not take adjectives of nationality for places', () => {
    const { named } = readNames('The Russian leader met Iranian officials and French lawmakers in Cairo.');
    deepEqual(named('place'), ['Cairo']);
  });

  it('takes seats of power for those who govern from them, except where something happens there', () => {
    const acting = readNames('The White House said it would veto the bill. The Kremlin denied the report.');
    deepEqual(acting.named('organization'), ['White House', 'Kremlin']);
    const placed = readNames('The two presidents met at the White House on Friday, officials said.');
    ok(!placed.named('organization').includes('White House'));
  });

  it('knows surnames of the body in a title-case headline', () => {
    const { named } = readNames(
      'Orlemann Visits Vienna To Forge New Alliance\n\nTavid Orlemann, the foreign minister, arrived in Vienna on Tuesday. “We are friends,” Orlemann said.',
    );
    deepEqual(named('person'), ['Orlemann', 'Tavid Orlemann', 'Orlemann']);
    deepEqual(named('place'), ['Vienna', 'Vienna']);
  });

  it('reads particles, hyphens and initials as parts of the name', () => {
    const { named } = readNames(
      'Among them were Jan van der Meulen, Karim al-Tebsi, J.R. Holloway and Anne-Sophie Brandt. Karim al-Tebsi spoke first.',
    );
    deepEqual(named('person'), [
      'Jan van der Meulen',
      'Karim al-Tebsi',
      'J.R. Holloway',
      'Anne-Sophie Brandt',
      'Karim al-Tebsi',
    ]);
  });

  it('takes a word of respect for the first part of a name, as news does', () => {
    const { named } = readNames(
      'Sayyid Omar Hosseini Qadiri led the prayers. Later Syed Karim Anwari spoke.',
    );
    deepEqual(named('person'), ['Sayyid Omar Hosseini Qadiri', 'Syed Karim Anwari']);
  });

  it('finds the author in a byline', () => {
    const { named } = readNames(
      'Harbour To Close\n\nBy Effimia Lornquist\n\nThe harbour will close on Monday, the council said.',
    );
    deepEqual(named('person'), ['Effimia Lornquist']);
  });
});

describe('names: titles and roles', () => {
  const rolesOf = (text: string, name: string) =>
    readNames(text)
      .entityOf(name)
      .roles.map((role) => role.text);

  it('reads an office before the name', () => {
    deepEqual(rolesOf('Iranian Oil Minister Tavid Orlemann signed the deal.', 'Tavid Orlemann'), [
      'Iranian Oil Minister',
    ]);
  });

  it('reads a description in apposition, with its span', () => {
    const { entityOf, text } = readNames('Hosseyn Amirani, Iran’s foreign minister, left early.');
    const [role] = entityOf('Hosseyn Amirani').roles;
    ok(role !== undefined);
    deepEqual(role.text, 'Iran’s foreign minister');
    deepEqual(text.slice(role.span.start, role.span.end), 'Iran’s foreign minister');
  });

  it('reads a description that the name stands in apposition to', () => {
    const text = 'The president and his spokesman, Dmitar Pelkov, declined to comment.';
    deepEqual(rolesOf(text, 'Dmitar Pelkov'), ['his spokesman']);
  });

  it('does not give one person the title of the next in a list', () => {
    const text =
      'Russian President Vadim Palin, Iranian President Ebrahil Rassi and Turkish President Rejep Eredan met on Tuesday.';
    deepEqual(rolesOf(text, 'Vadim Palin'), ['Russian President']);
    deepEqual(rolesOf(text, 'Ebrahil Rassi'), ['Iranian President']);
  });

  it('takes no words before a preposition for a title', () => {
    deepEqual(rolesOf('The plan failed in the wake of President Vadim Palin’s speech.', 'Vadim Palin'), [
      'President',
    ]);
  });
});
