/** Code actions: what can be decided at the cursor, each as the command that decides it. */
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { DISMISS_REASONS } from '../../engine';
import type { DecisionTarget } from '../../protocol/decisions';
import { COMMANDS } from '../../protocol/names';
import type { CaseState } from '../cases';
import { shorten } from '../markdown';
import { nameDismissal } from '../names';
import type { Translate } from '../translate';
import { findTarget } from './target';

export function provideCodeActions(
  t: Translate,
  cases: readonly CaseState[],
  uri: string,
  { start }: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const found = findTarget(cases, { uri, position: start });
  if (found === undefined) return [];
  const { folder } = found.current;
  const place: DecisionTarget = { folder, uri, position: start };
  const actions: CodeAction[] = [];
  for (const { id, verdict } of found.conflicts) {
    const target = { folder, subject: `conflict:${id}` };
    const ours = diagnostics.filter(
      ({ data }) => (data as { conflict?: unknown } | undefined)?.conflict === id,
    );
    const add = (title: string, command: string, more: object = {}) => {
      const action = { title, command: { title, command, arguments: [{ ...target, ...more }] } };
      actions.push({ ...action, kind: CodeActionKind.QuickFix, diagnostics: ours });
    };
    if (verdict !== undefined) {
      add(t('Reopen this conflict'), COMMANDS.reopenConflict);
      continue;
    }
    for (const reason of DISMISS_REASONS) {
      if (reason !== 'other')
        add(t('Dismiss: {0}', nameDismissal(t, reason)), COMMANDS.dismissConflict, { reason, note: '' });
    }
    add(t('Dismiss with a note…'), COMMANDS.dismissConflict);
    add(t('Accept with a note…'), COMMANDS.acceptConflict);
  }
  const entity = found.entity === undefined ? {} : { entity: found.entity.id };
  const refactor = (title: string, command: string) => {
    const kind = CodeActionKind.RefactorRewrite;
    actions.push({ title, kind, command: { title, command, arguments: [{ ...place, ...entity }] } });
  };
  if (found.mention !== undefined && found.entity !== undefined) {
    const name = shorten(found.entity.name, 40);
    refactor(t('Merge {0} with…', name), COMMANDS.mergePerson);
    refactor(t('This mention of {0} is somebody else', name), COMMANDS.splitMention);
    refactor(t('Rename {0}…', name), COMMANDS.renamePerson);
    refactor(t('Change the kind of {0}…', name), COMMANDS.changeKind);
    refactor(t('{0} is not a name', name), COMMANDS.notAName);
  }
  if (found.quotation !== undefined) refactor(t('Set the speaker of this quotation…'), COMMANDS.setSpeaker);
  return actions;
}
