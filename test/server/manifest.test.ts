/** package.json, its texts and the code agree: settings, views, commands, tokens, translations. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COMMANDS,
  LANGUAGE,
  REPOSITORY,
  VIEW_ACTIONS,
  VIEWS,
  viewCommand,
  viewId,
} from '../../src/protocol/names';
import { DEFAULT_ARTICLES, DEFAULT_SETTINGS, readSettings, SETTING_KEYS } from '../../src/protocol/settings';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../src/server/features/semanticTokens';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const texts: Record<string, string> = JSON.parse(read('package.nls.json'));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('manifest', () => {
  it('contributes the views, commands, language and tokens of the code', () => {
    assert.deepEqual(ids(contributes.views.counterclaim), VIEWS.map(viewId));
    const commands: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    const known = [
      ...Object.values(COMMANDS),
      ...VIEWS.flatMap((view) => VIEW_ACTIONS.map((action) => viewCommand(view, action))),
    ];
    assert.deepEqual([...commands].sort(), known.sort());
    for (const { category } of contributes.commands) assert.equal(category, 'Counterclaim');
    assert.deepEqual(ids(contributes.languages), [LANGUAGE]);
    assert.deepEqual(ids(contributes.semanticTokenTypes), [...TOKEN_TYPES]);
    assert.deepEqual(ids(contributes.semanticTokenModifiers), [...TOKEN_MODIFIERS]);
    assert.deepEqual(Object.keys(contributes.semanticTokenScopes[0].scopes), [...TOKEN_TYPES]);
    assert.ok(manifest.repository.url.startsWith(REPOSITORY));
  });

  it('has the defaults of the code', () => {
    const properties = contributes.configuration.properties;
    assert.deepEqual(properties['counterclaim.articles'].default, DEFAULT_ARTICLES);
    const others = Object.keys(properties).filter((name) => name !== 'counterclaim.articles');
    assert.deepEqual(others.sort(), SETTING_KEYS.map((key) => `counterclaim.${key}`).sort());
    for (const key of SETTING_KEYS) {
      assert.deepEqual(properties[`counterclaim.${key}`].default, DEFAULT_SETTINGS[key], key);
    }
  });

  it('offers the values that the code takes, and no others', () => {
    for (const key of SETTING_KEYS) {
      const { enum: values, properties } = contributes.configuration.properties[`counterclaim.${key}`];
      for (const value of values ?? []) {
        const { settings, wrong } = readSettings((one) => (one === key ? value : undefined));
        assert.deepEqual([wrong, settings[key]], [[], value]);
      }
      for (const [kind, { enum: levels }] of Object.entries<{ enum: string[] }>(properties ?? {})) {
        for (const level of levels) {
          const value = { [kind]: level };
          const { settings, wrong } = readSettings((one) => (one === key ? value : undefined));
          assert.deepEqual([wrong, settings[key]], [[], value]);
        }
      }
    }
  });

  it('wakes up where the defaults would find an article, and can be published', () => {
    const events: string[] = manifest.activationEvents;
    for (const glob of DEFAULT_ARTICLES) assert.ok(events.includes(`workspaceContains:${glob}`), glob);
    assert.ok(!events.includes('*') && !events.includes('onStartupFinished'));
    assert.equal(manifest.private, undefined);
    for (const key of ['publisher', 'license', 'repository', 'icon', 'categories'])
      assert.ok(manifest[key], key);
  });

  it('names files that exist', () => {
    const files = [
      manifest.icon,
      contributes.languages[0].configuration,
      contributes.grammars[0].path,
      contributes.viewsContainers.activitybar[0].icon,
      ...Object.values<string>(contributes.languages[0].icon),
    ];
    for (const file of files) assert.ok(existsSync(file), file);
  });

  it('has a text for every key, in every language, and no text without a key', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(texts).sort());
    for (const file of readdirSync('.').filter((name) => /^package\.nls\.\w+\.json$/.test(name))) {
      assert.deepEqual(Object.keys(JSON.parse(read(file))), Object.keys(texts), file);
    }
  });
});

describe('translations', () => {
  const sources = ['src/server', 'src/client', 'src/webview'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(join(folder, name))),
  );
  const call = /\b(?:t|l10n\.t)\(\s*'((?:[^'\\]|\\.)+)'/g;
  const counted = /\bcount\(\s*t,\s*[^,]+,\s*'([^']+)',\s*'([^']+)'/g;
  const used = new Set(
    sources.flatMap((source) => [
      ...[...source.matchAll(call)].map(([, text]) => text),
      ...[...source.matchAll(counted)].flatMap(([, one, many]) => [one, many]),
    ]),
  );
  const bundles = readdirSync('l10n');

  it('lists every text that the code shows, and no other', () => {
    assert.ok(used.size > 30);
    const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.json'));
    assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
    for (const [key, text] of Object.entries(bundle)) assert.equal(text, key);
  });

  it('keeps the holes of every text in every language', () => {
    assert.ok(bundles.includes('bundle.l10n.json'));
    for (const file of bundles) {
      const bundle: Record<string, string> = JSON.parse(read(join('l10n', file)));
      assert.deepEqual(Object.keys(bundle).sort(), [...used].sort(), file);
      for (const [key, text] of Object.entries(bundle))
        assert.deepEqual(holes(text), holes(key), `${file}: ${key}`);
    }
  });
});

function holes(text: string): string[] {
  return [...text.matchAll(/\{\d\}/g)].map(([hole]) => hole).sort();
}
