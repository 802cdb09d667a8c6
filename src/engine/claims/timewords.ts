/** Words of the calendar and the clock. */

const numbered = (words: string, first: number): [string, number][] =>
  words.split(' ').map((word, i) => [word, i + first]);

export const MONTHS = new Map<string, number>([
  ...numbered('january february march april may june july august september october november december', 1),
  ...numbered('jan. feb. mar. apr. may. jun. jul. aug. sept. oct. nov. dec.', 1),
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1),
  ['sept', 9],
  ['sep.', 9],
]);

export const WEEKDAYS = new Map<string, number>(
  numbered('sunday monday tuesday wednesday thursday friday saturday', 0),
);

export const SEASONS = new Map<string, readonly [number, number]>([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 2]],
]);

/** Parts of a day in minutes after midnight; night runs past midnight. */
export const DAY_PARTS = new Map<string, readonly [number, number]>([
  ['dawn', [240, 420]],
  ['daybreak', [240, 420]],
  ['morning', [300, 720]],
  ['mid-morning', [540, 660]],
  ['midmorning', [540, 660]],
  ['noon', [720, 720]],
  ['midday', [690, 780]],
  ['lunchtime', [690, 840]],
  ['afternoon', [720, 1080]],
  ['evening', [1020, 1439]],
  ['dusk', [1020, 1260]],
  ['night', [1080, 1739]],
  ['midnight', [1440, 1440]],
  ['overnight', [1200, 1860]],
]);

export const ZONES = new Set(
  'gmt utc est edt et ct cst cdt mt mst mdt pt pst pdt bst cet cest eet msk ist jst aest hkt'.split(' '),
);

/** Days in a unit of time. */
export const UNIT_DAYS = new Map<string, number>([
  ['second', 1 / 86400],
  ['minute', 1 / 1440],
  ['hour', 1 / 24],
  ['day', 1],
  ['week', 7],
  ['fortnight', 14],
  ['month', 30.4],
  ['year', 365.25],
  ['decade', 3652.5],
  ['century', 36525],
]);

/** Words before a time that say how the claim stands to it. */
export const RELATIONS = new Set(
  'since before after until till through by from during starting beginning effective around about circa between past'.split(
    ' ',
  ),
);
