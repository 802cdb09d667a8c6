/** Settings: a wrong value is told with what was expected, and the default stands. */
import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, readSettings, type SettingKey } from '../../src/protocol/settings';

const read = (values: Partial<Record<SettingKey, unknown>>) => readSettings((key) => values[key]);

describe('settings', () => {
  it('are the defaults when nothing is set', () => {
    assert.deepEqual(read({}), { settings: DEFAULT_SETTINGS, wrong: [] });
  });

  it('take what is right', () => {
    const values = { 'findings.severity': { time: 'off' }, 'findings.mostPerArticle': 3, followCursor: true };
    const { settings, wrong } = read(values);
    assert.deepEqual(wrong, []);
    assert.deepEqual(settings, { ...DEFAULT_SETTINGS, ...values });
  });

  for (const [key, value] of [
    ['findings.severity', { weather: 'off' }],
    ['findings.severity', { time: 'loud' }],
    ['findings.severity', ['time']],
    ['findings.threshold', 'everything'],
    ['findings.mostPerArticle', -1],
    ['findings.mostPerArticle', 2.5],
    ['findings.mutedArticles', [1]],
    ['inlayHints', true],
    ['codeLens.headline', 'yes'],
  ] as const) {
    it(`refuse ${JSON.stringify(value)} for ${key}`, () => {
      const { settings, wrong } = read({ [key]: value });
      assert.deepEqual(settings, DEFAULT_SETTINGS);
      assert.deepEqual(
        wrong.map((one) => one.key),
        [key],
      );
      assert.ok(wrong[0]?.reason.includes(`found ${JSON.stringify(value)}`));
    });
  }
});
