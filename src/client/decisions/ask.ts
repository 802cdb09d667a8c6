/** Asks for what a decision needs: a reason, a note, another person, a name, a kind. `undefined`: the user left. */
import { l10n, type QuickPickItem, window } from 'vscode';
import type { DismissReason, EntityKind } from '../../engine';
import type { Decidable, DecidableConflict, DecidablePerson } from '../../protocol/decisions';

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

async function choose<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
  const options = { title, placeHolder: title, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(choices, options))?.value;
}

export function askReason(): Promise<DismissReason | undefined> {
  return choose<DismissReason>(l10n.t('Why is this to be dismissed?'), [
    { label: l10n.t('Not the same event'), value: 'different-event' },
    { label: l10n.t('Not a conflict'), value: 'no-conflict' },
    { label: l10n.t('Superseded by a later report'), value: 'superseded' },
    { label: l10n.t('Another reason'), value: 'other' },
  ]);
}

export async function askNote(title: string): Promise<string | undefined> {
  return window.showInputBox({
    title,
    prompt: l10n.t('A note for yourself and your team; it may stay empty.'),
  });
}

/** At once when there is only one. */
export async function askConflict(
  conflicts: readonly DecidableConflict[],
): Promise<DecidableConflict | undefined> {
  const [only] = conflicts;
  if (conflicts.length < 2) return only;
  return choose(
    l10n.t('Which conflict?'),
    conflicts.map((conflict) => ({
      label: conflict.sides.join(' ≠ '),
      detail: conflict.message,
      value: conflict,
    })),
  );
}

export function askPerson(
  title: string,
  people: readonly DecidablePerson[],
): Promise<DecidablePerson | undefined> {
  return choose(
    title,
    people.map((person) => ({
      label: `$(${ICONS[person.kind]}) ${person.name}`,
      ...(person.detail === '' ? {} : { detail: person.detail }),
      value: person,
    })),
  );
}

const ICONS: Readonly<Record<EntityKind, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
};

export async function askName(name: string): Promise<string | undefined> {
  const title = l10n.t('What is the name of {0}?', name);
  const answer = await window.showInputBox({ title, value: name });
  return answer?.trim() === '' ? undefined : answer?.trim();
}

export function askKind(name: string): Promise<EntityKind | undefined> {
  return choose<EntityKind>(l10n.t('What is {0}?', name), [
    { label: `$(person) ${l10n.t('A person')}`, value: 'person' },
    { label: `$(organization) ${l10n.t('An organization')}`, value: 'organization' },
    { label: `$(location) ${l10n.t('A place')}`, value: 'place' },
  ]);
}

export function askScope(name: string): Promise<'mention' | 'article' | undefined> {
  return choose<'mention' | 'article'>(l10n.t('Which mentions of {0} mean somebody else?', name), [
    { label: l10n.t('Only this one'), value: 'mention' },
    { label: l10n.t('All in this article'), value: 'article' },
  ]);
}

export type Speaker = { readonly id: string } | { readonly name: string } | null;

/** Somebody of the case, somebody else by name, or nobody known. */
export async function askSpeaker(
  quotation: NonNullable<Decidable['quotation']>,
  people: readonly DecidablePerson[],
): Promise<Speaker | undefined> {
  const title = l10n.t('Who says “{0}”?', quotation.words);
  const answer = await choose<Speaker | 'name'>(title, [
    ...people.map((person) => ({
      label: `$(${ICONS[person.kind]}) ${person.name}`,
      ...(person.detail === '' ? {} : { detail: person.detail }),
      value: { id: person.id },
    })),
    { label: `$(edit) ${l10n.t('Somebody else…')}`, value: 'name' },
    { label: `$(question) ${l10n.t('Nobody can tell')}`, value: null },
  ]);
  if (answer !== 'name') return answer;
  const name = (await window.showInputBox({ title }))?.trim() ?? '';
  return name === '' ? undefined : { name };
}
