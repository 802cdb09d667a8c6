/** Outline: the headline, the people with their mentions, the quotations with their speakers. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { EntityKind, Span } from '../../engine';
import type { Source } from '../cases';
import { type Snapshot, toRange } from '../convert';
import { extent, textOf } from '../find';
import { shorten } from '../markdown';
import type { Translate } from '../translate';

const ORDER: readonly EntityKind[] = ['person', 'organization', 'place'];
const KINDS: Readonly<Record<EntityKind, SymbolKind>> = {
  person: SymbolKind.Class,
  organization: SymbolKind.Module,
  place: SymbolKind.Constant,
};

export function provideDocumentSymbols(t: Translate, { article, snapshot }: Source): DocumentSymbol[] {
  const { facts } = article;
  const symbols: DocumentSymbol[] = [];
  const whole: Span = { start: 0, end: article.text.length };
  for (const region of facts.regions) {
    if (region.kind !== 'headline') continue;
    const text = shorten(article.text.slice(region.start, region.end), 120);
    if (text !== '') symbols.push(symbol(snapshot, text, t('headline'), SymbolKind.String, region, region));
  }
  const groups: Readonly<Record<EntityKind, string>> = {
    person: t('People'),
    organization: t('Organizations'),
    place: t('Places'),
  };
  for (const kind of ORDER) {
    const children = entitySymbols(t, { article, snapshot }, kind);
    group(symbols, snapshot, whole, groups[kind], children);
  }
  group(symbols, snapshot, whole, t('Quotations'), quotationSymbols(t, { article, snapshot }));
  return symbols;
}

type Text = Pick<Source, 'article' | 'snapshot'>;

function entitySymbols(t: Translate, { article, snapshot }: Text, kind: EntityKind): DocumentSymbol[] {
  const mentions = new Map<number, Span[]>();
  for (const mention of article.facts.mentions) {
    if (mention.kind !== kind || mention.form !== 'name') continue;
    const list = mentions.get(mention.entity);
    if (list) list.push(mention);
    else mentions.set(mention.entity, [mention]);
  }
  return [...mentions].flatMap(([entity, spans]) => {
    const [first] = spans;
    const name = article.facts.entities[entity]?.name;
    if (first === undefined || !name) return [];
    const times = spans.length === 1 ? t('{0} mention', 1) : t('{0} mentions', spans.length);
    return [symbol(snapshot, name, times, KINDS[kind], first, first)];
  });
}

function quotationSymbols(t: Translate, { article, snapshot }: Text): DocumentSymbol[] {
  return article.facts.quotations.flatMap((quotation) => {
    const [first] = quotation.content;
    const text = shorten(textOf(article, quotation.content), 80);
    if (first === undefined || text === '') return [];
    const speaker = quotation.speaker === null ? undefined : article.facts.entities[quotation.speaker]?.name;
    const range = extent(quotation.content);
    return [symbol(snapshot, text, speaker ?? t('speaker unknown'), SymbolKind.String, range, first)];
  });
}

/** A group spans the whole text, so that the outline can follow the cursor into its children. */
function group(
  symbols: DocumentSymbol[],
  snapshot: Snapshot,
  whole: Span,
  name: string,
  children: DocumentSymbol[],
): void {
  const [first] = children;
  if (first === undefined) return;
  symbols.push({
    name,
    detail: String(children.length),
    kind: SymbolKind.Namespace,
    range: toRange(snapshot, whole),
    selectionRange: first.selectionRange,
    children,
  });
}

function symbol(
  snapshot: Snapshot,
  name: string,
  detail: string,
  kind: SymbolKind,
  range: Span,
  selection: Span,
): DocumentSymbol {
  return {
    name,
    detail,
    kind,
    range: toRange(snapshot, range),
    selectionRange: toRange(snapshot, selection),
  };
}
