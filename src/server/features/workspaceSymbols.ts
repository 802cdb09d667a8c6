/** Workspace symbols: people, organisations and places of all cases, at their fullest mention; conflicts. */
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Entity, EntityKind } from '../../engine';
import type { CaseState } from '../cases';
import { toLocation } from '../convert';
import { shorten } from '../markdown';
import { nameConflictKind } from '../names';
import type { Translate } from '../translate';

const KINDS: Readonly<Record<EntityKind, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Constant,
};
const MOST = 500;

/** Symbols whose name holds the letters of `query` in order; the editor ranks them. */
export function provideWorkspaceSymbols(
  t: Translate,
  cases: readonly CaseState[],
  query: string,
): SymbolInformation[] {
  const wanted = query.toLowerCase();
  const symbols: SymbolInformation[] = [];
  for (const current of cases) {
    const index = current.index();
    for (const entity of index.result.entities) {
      if (![entity.name, ...entity.aliases].some((name) => holds(name.toLowerCase(), wanted))) continue;
      const found = fullestMention(current, entity);
      if (found) {
        symbols.push({
          name: entity.name,
          kind: KINDS[entity.kind],
          location: found,
          containerName: roleOf(entity),
        });
      }
    }
    for (const conflict of index.result.conflicts) {
      const [evidence] = conflict.evidence;
      const source = evidence && current.sources.get(evidence.article);
      if (!evidence || !source || !holds(conflict.message.toLowerCase(), wanted)) continue;
      symbols.push({
        name: shorten(conflict.message, 100),
        kind: SymbolKind.Event,
        location: toLocation(source.snapshot, evidence),
        containerName: nameConflictKind(t, conflict.kind),
      });
    }
  }
  return symbols.slice(0, MOST);
}

function holds(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    if (letter === ' ') continue;
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function roleOf(entity: Entity): string {
  return entity.roles[0]?.text ?? '';
}

function fullestMention(current: CaseState, entity: Entity) {
  let best: { length: number; location: ReturnType<typeof toLocation> } | undefined;
  for (const { article, mention } of current.index().mentionsOf(entity)) {
    const length = mention.form === 'name' ? mention.end - mention.start : 0;
    const source = current.sources.get(article.id);
    if (source && (best === undefined || length > best.length)) {
      best = { length, location: toLocation(source.snapshot, mention) };
    }
  }
  return best?.location;
}
