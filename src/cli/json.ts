/** The JSON that `analyze --format json` prints; its shape is a contract with other tools. */
import type { Case, Conflict } from '../engine';
import type { PathProblem } from './problems';

/**
 * The whole case as plain data.
 * @param problems everything odd about the files and their text
 */
export function formatJson(current: Case, problems: readonly PathProblem[]): unknown {
  const { entities, stories, conflicts, dismissed, orphaned, damage } = current.result();
  const articles = [...current.articles.keys()].flatMap((id) => current.corrected(id) ?? []);
  const idOf = new Map<string, string>();
  for (const entity of entities) {
    for (const { article, local } of entity.members) idOf.set(`${article}\n${local}`, entity.id);
  }
  return {
    version: 1,
    articles: articles.map(({ id, text, facts }) => {
      const entity = (local: number | null) =>
        local === null ? null : (idOf.get(`${id}\n${local}`) ?? null);
      return {
        path: id,
        outlet: facts.outlet,
        published: facts.published,
        headline: facts.headline,
        regions: facts.regions,
        mentions: facts.mentions.map((mention) => ({
          start: mention.start,
          end: mention.end,
          text: text.slice(mention.start, mention.end),
          kind: mention.kind,
          entity: entity(mention.entity),
          form: mention.form,
          reason: mention.reason,
        })),
        quotations: facts.quotations.map((quotation, i) => ({
          id: `q${i + 1}`,
          type: quotation.type,
          content: quotation.content.map(({ start, end }) => [start, end]),
          cue: quotation.cue && [quotation.cue.start, quotation.cue.end],
          source: quotation.source && [quotation.source.start, quotation.source.end],
          speaker: entity(quotation.speaker),
          confidence: quotation.confidence,
          reason: quotation.reason,
        })),
        claims: facts.claims.map((claim, i) => ({
          id: `c${i + 1}`,
          start: claim.start,
          end: claim.end,
          speaker: entity(
            claim.quotation === null ? null : (facts.quotations[claim.quotation]?.speaker ?? null),
          ),
          polarity: claim.polarity,
          modality: claim.modality,
          entities: claim.entities.map(entity),
        })),
      };
    }),
    entities: entities.map(({ id, kind, name, aliases, roles, members }) => ({
      id,
      kind,
      name,
      aliases,
      roles: [...new Set(roles.map(({ text }) => text))],
      articles: [...new Set(members.map(({ article }) => article))],
    })),
    conflicts: conflicts.map(formatConflict),
    dismissed: dismissed.map(formatConflict),
    orphaned: orphaned.map(({ article, ...rest }) => ({ ...rest, path: article })),
    stories: stories.map(({ id, articles }) => ({ id, articles })),
    damage: damage.map(({ article, start, end, text, probably, evidence, message }) => ({
      path: article,
      start,
      end,
      text,
      probably,
      evidence: evidence.map((one) => ({
        path: one.article,
        start: one.start,
        end: one.end,
        text: one.text,
      })),
      message,
    })),
    problems,
  };
}

function formatConflict({
  id,
  kind,
  severity,
  message,
  sides,
  evidence,
  explanation,
  verdict,
}: Conflict): unknown {
  return {
    id,
    kind,
    severity,
    message,
    sides,
    evidence: evidence.map(({ article, start, end, text, side }) => ({
      path: article,
      start,
      end,
      text,
      side,
    })),
    explanation,
    ...(verdict ? { verdict } : {}),
  };
}
