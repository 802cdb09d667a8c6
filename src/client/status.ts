/** The language status item: what was analysed, how long it took, what is wrong. */
import { type Disposable, LanguageStatusSeverity, l10n, languages } from 'vscode';
import type { Settled } from '../protocol/messages';
import { COMMANDS, LANGUAGE, PRODUCT, SECTION } from '../protocol/names';

export interface StatusItem extends Disposable {
  /** @param wrong sentences about wrong settings */
  show(settled: Settled, wrong: readonly string[]): void;
  /** The server did not start. */
  fail(): void;
}

export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem(`${SECTION}.status`, { language: LANGUAGE });
  item.name = PRODUCT;
  item.text = l10n.t('Reading the articles…');
  item.busy = true;
  item.command = { command: COMMANDS.showLog, title: l10n.t('Show Log') };
  return {
    show({ articles, conflicts, milliseconds, problems }, wrong) {
      item.busy = false;
      const counts = [
        articles === 1 ? l10n.t('1 article') : l10n.t('{0} articles', articles),
        conflicts === 1 ? l10n.t('1 conflict') : l10n.t('{0} conflicts', conflicts),
      ];
      item.text = counts.join(' · ');
      const troubles = [...wrong, ...problems.map(({ message }) => message)];
      const took = l10n.t('Compared in {0} ms', Math.round(milliseconds));
      const [first] = troubles;
      item.severity =
        first === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
      const more = troubles.length - 1;
      item.detail =
        first === undefined ? took : more > 0 ? l10n.t('{0} ({1} more in the log)', first, more) : first;
    },
    fail() {
      item.busy = false;
      item.severity = LanguageStatusSeverity.Error;
      item.text = l10n.t('The articles could not be read');
    },
    dispose: () => item.dispose(),
  };
}
