/** Storing decisions: whole or not at all, two windows at once, after a crash, in folders that cannot be written. */
import assert from 'node:assert/strict';
import { createStorage, type Files, type Storage } from '../../src/client/decisions/storage';

const FOLDER = 'file:///case';
const FILE = `${FOLDER}/.counterclaim/decisions.json`;
const FALLBACK = 'file:///storage/case.json';

interface Disk extends Files {
  readonly content: Map<string, string>;
  /** When files were written, where that is not now. */
  readonly ages: Map<string, number>;
  /** Called before every step; may throw or do something else first. */
  before: (step: 'read' | 'write' | 'replace' | 'claim' | 'remove', uri: string) => void | Promise<void>;
}

function createDisk(): Disk {
  const content = new Map<string, string>();
  const disk: Disk = {
    content,
    ages: new Map(),
    before: () => undefined,
    async read(uri) {
      await disk.before('read', uri);
      const text = content.get(uri);
      if (text === undefined) throw new Error(`no ${uri}`);
      return text;
    },
    async write(uri, text) {
      await disk.before('write', uri);
      content.set(uri, text);
    },
    async replace(from, to) {
      await disk.before('replace', to);
      const text = content.get(from);
      if (text === undefined) throw new Error(`no ${from}`);
      content.delete(from);
      content.set(to, text);
    },
    async claim(from, to) {
      await disk.before('claim', to);
      if (content.has(to)) return false;
      await disk.replace(from, to);
      return true;
    },
    written: async (uri) => (content.has(uri) ? (disk.ages.get(uri) ?? Date.now()) : undefined),
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    async remove(uri) {
      await disk.before('remove', uri);
      content.delete(uri);
    },
    list: async (uri) =>
      [...content.keys()].filter((one) => one.startsWith(`${uri}/`)).map((one) => one.slice(uri.length + 1)),
    exists: async (uri) => content.has(uri),
  };
  return disk;
}

/** A file here is a set of words. */
const add = (word: string) => async (texts: readonly string[]) => ({
  text: [...new Set([...texts.flatMap((text) => text.split(' ')), word])].sort().join(' '),
  undo: { type: 'remove' as const, id: word },
});

describe('the storage of decisions', () => {
  let disk: Disk;
  let storage: Storage;
  beforeEach(() => {
    disk = createDisk();
    storage = createStorage(disk, FOLDER, FALLBACK, 'w1');
  });
  const files = () => [...disk.content.keys()].sort();

  it('writes one file and leaves nothing beside it', async () => {
    const { place } = await storage.change(add('a'));
    await storage.change(add('b'));
    assert.equal(place, 'folder');
    assert.deepEqual(files(), [FILE]);
    assert.deepEqual(await storage.read(), ['a b']);
  });

  it('makes changes of one window one after the other', async () => {
    const words = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(words.map((word) => storage.change(add(word))));
    assert.deepEqual(await storage.read(), ['a b c d e']);
  });

  it('loses nothing when another window writes at any moment', async () => {
    for (let moment = 0; moment < 9; moment++) {
      disk = createDisk();
      storage = createStorage(disk, FOLDER, FALLBACK, 'w1');
      const other = createStorage(disk, FOLDER, FALLBACK, 'w2');
      await storage.change(add('a'));
      let step = 0;
      let theirs: Promise<unknown> | undefined;
      disk.before = () => {
        if (step++ === moment) theirs = other.change(add('theirs'));
      };
      await storage.change(add('ours'));
      assert.ok(theirs, `step ${moment} was not reached`);
      await theirs;
      assert.deepEqual(await storage.read(), ['a ours theirs'], `at step ${moment}`);
      assert.deepEqual(files(), [FILE]);
    }
  });

  it('does not write over what a tool wrote that knows no lock', async () => {
    await storage.change(add('a'));
    disk.before = (step, uri) => {
      if (step !== 'write' || !uri.endsWith('.tmp')) return;
      disk.before = () => undefined;
      disk.content.set(FILE, 'a pulled');
    };
    await storage.change(add('ours'));
    assert.deepEqual(await storage.read(), ['a ours pulled']);
  });

  it('does not wait for a window that crashed', async () => {
    const lock = `${FOLDER}/.counterclaim/decisions.lock`;
    disk.content.set(lock, 'w9');
    disk.ages.set(lock, Date.now() - 60_000);
    await storage.change(add('a'));
    assert.deepEqual(files(), [FILE]);
  });

  it('finds the new file after a crash between two steps, and takes it on', async () => {
    disk.content.set(`${FOLDER}/.counterclaim/decisions.w9-1.tmp`, 'a b');
    assert.deepEqual(await storage.read(), ['a b']);
    await storage.change(add('c'));
    assert.deepEqual(await storage.read(), ['a b c']);
    assert.deepEqual(files(), [FILE]);
  });

  it('ignores a half-written new file while the old one is there', async () => {
    disk.content.set(FILE, 'a');
    disk.content.set(`${FOLDER}/.counterclaim/decisions.w9-1.tmp`, 'a half');
    assert.deepEqual(await storage.read(), ['a']);
  });

  it('keeps decisions in the extension’s storage while the folder cannot be written, and moves them later', async () => {
    disk.content.set(FILE, 'a');
    disk.before = (step, uri) => {
      if (step !== 'read' && uri.startsWith(FOLDER)) throw new Error('read-only');
    };
    const { place } = await storage.change(add('b'));
    assert.equal(place, 'storage');
    assert.deepEqual(files(), [FILE, FALLBACK]);
    assert.deepEqual(await storage.read(), ['a', 'a b']);
    disk.before = () => undefined;
    assert.equal((await storage.change(add('c'))).place, 'folder');
    assert.deepEqual(files(), [FILE]);
    assert.deepEqual(await storage.read(), ['a b c']);
  });

  it('does not write over what it cannot read, nor after a refusal', async () => {
    disk.content.set(FILE, 'a');
    disk.before = (step) => {
      if (step === 'read') throw new Error('locked');
    };
    await assert.rejects(storage.change(add('b')), /locked/);
    disk.before = () => undefined;
    await assert.rejects(
      storage.change(async () => {
        throw new Error('refused');
      }),
      /refused/,
    );
    assert.deepEqual(await storage.read(), ['a']);
    await storage.change(add('c'));
    assert.deepEqual(await storage.read(), ['a c']);
  });
});
