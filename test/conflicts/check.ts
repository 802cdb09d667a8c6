/** Runs a fixture case through the whole engine and tells what was missed and what was extra. */
import { type Conflict, createCase, type Engine, type Evidence } from '../../src/engine';
import type { Expectation, FixtureCase, Label } from './fixture';

export interface Outcome {
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** Analyses the articles of `fixture` as one case and compares its conflicts with the expected pairs. */
export function checkCase(engine: Engine, fixture: FixtureCase): Outcome {
  const current = createCase();
  for (const input of fixture.articles) {
    current.set({ id: input.id, text: input.text, facts: engine.analyze(input) });
  }
  const { conflicts } = current.result();
  const missed = fixture.expected
    .filter((pair) => !conflicts.some((conflict) => matches(conflict, pair)))
    .map(({ left, right, kind, severity, line }) => {
      const near = conflicts.filter((conflict) => touches(conflict, left, right));
      const instead = near.map(describe).join('; ');
      return `line ${line}: ${left.name} >< ${right.name} ${kind} ${severity}${instead && `, found instead: ${instead}`}`;
    });
  const extra = conflicts
    .filter((conflict) => !fixture.expected.some((pair) => matches(conflict, pair)))
    .map(describe);
  return { missed, extra };
}

function matches(conflict: Conflict, { left, right, kind, severity }: Expectation): boolean {
  return conflict.kind === kind && conflict.severity === severity && touches(conflict, left, right);
}

/** Whether `conflict` stands on both labels, on different sides. */
function touches({ evidence }: Conflict, left: Label, right: Label): boolean {
  return evidence.some(
    (a) => overlaps(a, left) && evidence.some((b) => b.side !== a.side && overlaps(b, right)),
  );
}

function overlaps(evidence: Evidence, label: Label): boolean {
  return evidence.article === label.article && evidence.start < label.end && label.start < evidence.end;
}

function describe({ kind, severity, message, evidence }: Conflict): string {
  const places = evidence.map(({ article, text, side }) => `${side} ${article} ${JSON.stringify(text)}`);
  return `${kind} ${severity}: ${message} [${places.join(' | ')}]`;
}
