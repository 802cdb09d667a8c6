/** The commands that decide: on conflicts, people and quotations; each works from a tree, the cursor or with answers given. */
import { commands, type Disposable, l10n, window, workspace } from 'vscode';
import type { DismissReason, EntityKind } from '../../engine';
import type { Decidable, Ruling } from '../../protocol/decisions';
import { COMMANDS } from '../../protocol/names';
import * as ask from './ask';
import { moveToFinding } from './findings';
import type { Decisions } from './service';
import { type Asked, readTarget, readText } from './target';

/** Asks what is missing; `undefined` when there is nothing to decide or the user left. */
type Rule = (
  decidable: Decidable,
  asked: Asked,
  decisions: Decisions,
) => Promise<{ readonly ruling: Ruling; readonly note?: string; readonly subject?: string } | undefined>;

const REASONS: readonly DismissReason[] = ['different-event', 'no-conflict', 'superseded', 'other'];
const KINDS: readonly EntityKind[] = ['person', 'organization', 'place'];

const RULES: Readonly<Record<string, Rule>> = {
  async acceptConflict({ conflicts }, { given }) {
    const conflict = await ask.askConflict(conflicts.filter(({ status }) => status !== 'accepted'));
    const note = conflict && (readText(given.get('note')) ?? (await ask.askNote(conflict.sides.join(' ≠ '))));
    if (conflict === undefined || note === undefined) return undefined;
    return { ruling: { type: 'accept' }, note, subject: `conflict:${conflict.id}` };
  },
  async dismissConflict({ conflicts }, { given }) {
    const conflict = await ask.askConflict(conflicts.filter(({ status }) => status !== 'dismissed'));
    if (conflict === undefined) return undefined;
    const reason = REASONS.find((one) => one === given.get('reason')) ?? (await ask.askReason());
    if (reason === undefined) return undefined;
    const note = readText(given.get('note')) ?? (await ask.askNote(conflict.sides.join(' ≠ ')));
    if (note === undefined) return undefined;
    return { ruling: { type: 'dismiss', reason }, note, subject: `conflict:${conflict.id}` };
  },
  async reopenConflict({ conflicts }) {
    const conflict = await ask.askConflict(conflicts.filter(({ status }) => status !== 'open'));
    return conflict && { ruling: { type: 'reopen' }, subject: `conflict:${conflict.id}` };
  },
  async mergePerson({ folder, person }, { given }, decisions) {
    if (person === null) return undefined;
    const people = (await decisions.people(folder)).filter(({ id }) => id !== person.id);
    const alike = people.filter(({ kind }) => kind === person.kind);
    const other =
      readText(given.get('other')) ??
      (await ask.askPerson(l10n.t('Who is the same as {0}?', person.name), alike))?.id;
    return other === undefined ? undefined : { ruling: { type: 'merge', other } };
  },
  async splitMention({ person, isMention }, { given }) {
    if (person === null || !isMention) return undefined;
    const wanted = given.get('scope');
    const scope = wanted === 'mention' || wanted === 'article' ? wanted : await ask.askScope(person.name);
    return scope && { ruling: { type: 'split', scope } };
  },
  async renamePerson({ person }, { given }) {
    const name = person && (readText(given.get('name')) ?? (await ask.askName(person.name)));
    return name ? { ruling: { type: 'rename', name } } : undefined;
  },
  async changeKind({ person }, { given }) {
    if (person === null) return undefined;
    const kind = KINDS.find((one) => one === given.get('kind')) ?? (await ask.askKind(person.name));
    return kind && { ruling: { type: 'kind', kind } };
  },
  async notAName({ person }) {
    return person === null ? undefined : { ruling: { type: 'not-a-name' } };
  },
  async setSpeaker({ folder, quotation }, { given }, decisions) {
    if (quotation === null) return undefined;
    const name = readText(given.get('name'));
    const speaker =
      name === undefined ? await ask.askSpeaker(quotation, await decisions.people(folder)) : { name };
    return speaker === undefined ? undefined : { ruling: { type: 'speaker', speaker } };
  },
};

export function registerDecisionCommands(decisions: Decisions): Disposable[] {
  const run = async (rule: Rule, argument: unknown): Promise<boolean> => {
    const asked = readTarget(argument);
    const decidable = asked && (await decisions.find(asked.target));
    const answer = asked && decidable ? await rule(decidable, asked, decisions) : undefined;
    if (asked === undefined || !decidable || answer === undefined) return false;
    const target = answer.subject === undefined ? asked.target : { subject: answer.subject };
    return decisions.decide(decidable.folder, target, answer.ruling, answer.note);
  };
  const rules = Object.entries(RULES).map(([name, rule]) =>
    commands.registerCommand(`counterclaim.${name}`, (argument: unknown) => run(rule, argument)),
  );
  return [
    ...rules,
    commands.registerCommand(COMMANDS.decide, (argument: unknown) => decideHere(decisions, argument)),
    commands.registerCommand(COMMANDS.undoDecision, () => decisions.undo()),
    commands.registerCommand(COMMANDS.withdrawDecision, (argument: unknown) => withdraw(decisions, argument)),
    commands.registerCommand(COMMANDS.nextFinding, () => moveToFinding(1)),
    commands.registerCommand(COMMANDS.previousFinding, () => moveToFinding(-1)),
  ];
}

/** Everything that can be decided at one place, to choose from. */
async function decideHere(decisions: Decisions, argument: unknown): Promise<void> {
  const asked = readTarget(argument);
  const decidable = asked && (await decisions.find(asked.target));
  if (!asked || !decidable) return;
  const { conflicts, person, quotation, isMention } = decidable;
  const has = (...statuses: readonly string[]) => conflicts.some(({ status }) => statuses.includes(status));
  const items = [
    {
      label: l10n.t('Dismiss the conflict…'),
      command: COMMANDS.dismissConflict,
      if: has('open', 'accepted'),
    },
    { label: l10n.t('Accept the conflict…'), command: COMMANDS.acceptConflict, if: has('open', 'dismissed') },
    {
      label: l10n.t('Reopen the conflict'),
      command: COMMANDS.reopenConflict,
      if: has('accepted', 'dismissed'),
    },
    { label: l10n.t('Set the speaker…'), command: COMMANDS.setSpeaker, if: quotation !== null },
    {
      label: l10n.t('Merge {0} with…', person?.name ?? ''),
      command: COMMANDS.mergePerson,
      if: person !== null,
    },
    { label: l10n.t('Split this mention off…'), command: COMMANDS.splitMention, if: isMention },
    { label: l10n.t('Rename {0}…', person?.name ?? ''), command: COMMANDS.renamePerson, if: person !== null },
    {
      label: l10n.t('Change the kind of {0}…', person?.name ?? ''),
      command: COMMANDS.changeKind,
      if: person !== null,
    },
    {
      label: l10n.t('{0} is not a name', person?.name ?? ''),
      command: COMMANDS.notAName,
      if: person !== null,
    },
  ].filter((item) => item.if);
  const title = items.length > 0 ? l10n.t('What do you decide?') : l10n.t('Nothing can be decided here.');
  const chosen = await window.showQuickPick(items, { title, placeHolder: title });
  if (chosen) await commands.executeCommand(chosen.command, asked.target);
}

/** Takes one decision back: the orphaned one of a tree, else one chosen from the list of all. */
async function withdraw(decisions: Decisions, argument: unknown): Promise<boolean> {
  const asked = readTarget(argument) ?? firstFolder();
  const decidable = asked && (await decisions.find(asked.target));
  if (asked === undefined || !decidable) return false;
  const { folder } = decidable;
  const subject = asked.target.subject ?? '';
  const id = subject.startsWith('decision:')
    ? subject.slice('decision:'.length)
    : await chooseMade(decisions, folder);
  return id === undefined ? false : decisions.decide(folder, asked.target, { type: 'withdraw', id });
}

function firstFolder(): Asked | undefined {
  const [first] = workspace.workspaceFolders ?? [];
  return first && { target: { folder: first.uri.toString() }, given: new Map() };
}

async function chooseMade(decisions: Decisions, folder: string): Promise<string | undefined> {
  const made = await decisions.made(folder);
  const items = made.map(({ id, label, note, isOrphaned }) => ({
    label,
    ...(isOrphaned ? { description: l10n.t('orphaned') } : {}),
    ...(note === '' ? {} : { detail: note }),
    id,
  }));
  const title =
    made.length > 0 ? l10n.t('Which decision do you take back?') : l10n.t('Nothing was decided yet.');
  return (await window.showQuickPick(items, { title, placeHolder: title, matchOnDetail: true }))?.id;
}
