/** What an article says of its people’s gender before any pronoun is read: titles, first names, roles. */
import { foldForComparison } from '../text/fold';
import type { Gender } from '../types';
import type { KnownNames } from './coreference';

const FEMALE = new Set(
  'mrs ms miss madam lady spokeswoman chairwoman congresswoman businesswoman policewoman actress mother wife daughter sister widow grandmother aunt niece girlfriend queen princess duchess baroness nun woman girl heroine stewardess waitress'.split(
    ' ',
  ),
);
const MALE = new Set(
  'mr sir father husband son brother widower grandfather uncle nephew boyfriend king prince duke baron congressman businessman policeman ayatollah imam pope cardinal man boy actor'.split(
    ' ',
  ),
);

/** A copy of the genders known from titles and first names, with those that roles tell. */
export function gendersOf({ entities, genders }: KnownNames): (Gender | null)[] {
  return entities.map((entity, i) => {
    const known = genders[i] ?? null;
    if (known !== null || entity.kind !== 'person') return known;
    for (const { text } of entity.roles) {
      const words = foldForComparison(text).split(/[^a-z]+/);
      // “his wife” is said of her, “wife of” too; only the role’s own noun counts, not what follows “of”.
      const until = words.findIndex((word) => word === 'of' || word === 'to' || word === 'for');
      const own = until < 0 ? words : words.slice(0, until);
      const head = own.filter((word) => word !== '').at(-1) ?? '';
      if (FEMALE.has(head)) return 'female';
      if (MALE.has(head)) return 'male';
    }
    return null;
  });
}
