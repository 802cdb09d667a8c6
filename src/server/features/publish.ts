/** Publishes diagnostics, and only those that changed. */
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CaseState } from '../cases';
import type { Translate } from '../translate';
import { provideDiagnostics, type Showing } from './diagnostics';

/** A publisher that remembers what the editor shows. */
export function createPublisher(
  t: Translate,
  send: (params: PublishDiagnosticsParams) => void,
): (cases: readonly CaseState[], showing: Showing) => void {
  const shown = new Map<string, string>();
  return (cases, showing) => {
    const next = new Map<string, Diagnostic[]>();
    for (const current of cases)
      for (const [uri, list] of provideDiagnostics(t, current, showing)) next.set(uri, list);
    for (const uri of [...shown.keys()]) {
      if (next.has(uri)) continue;
      shown.delete(uri);
      send({ uri, diagnostics: [] });
    }
    for (const [uri, diagnostics] of next) {
      const key = diagnostics.length === 0 ? '' : JSON.stringify(diagnostics);
      if ((shown.get(uri) ?? '') === key) continue;
      if (key === '') shown.delete(uri);
      else shown.set(uri, key);
      send({ uri, diagnostics });
    }
  };
}
