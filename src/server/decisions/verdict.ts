/** A verdict in words, for cards, findings and trees. */
import type { Conflict } from '../../engine';
import { nameDismissal } from '../names';
import type { Translate } from '../translate';

/** What the user decided about a conflict, in one text; none when it is open. */
export function describeVerdict(t: Translate, { verdict }: Conflict): string[] {
  if (verdict === undefined) return [];
  const { status, reason, note } = verdict;
  const what =
    status === 'accepted' ? t('accepted') : t('dismissed: {0}', nameDismissal(t, reason ?? 'other'));
  return [note === '' ? what : `${what} (${note})`];
}
