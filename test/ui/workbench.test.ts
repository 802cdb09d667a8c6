/** What a person sees and clicks on the five seeds, in the real workbench, in Restricted Mode. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type OpenCase, openCase, readSeeds, type Workbench } from './case';

const START_MS = 300_000;

describe('the workbench', function () {
  this.timeout(180_000);
  const seeds = readSeeds();
  let open: OpenCase;
  let workbench: Workbench;
  let failed = true;

  before(async function () {
    this.timeout(START_MS);
    open = await openCase();
    workbench = open.workbench;
    await rowsOf(workbench.page.locator('.part.sidebar')).first().waitFor();
    failed = false;
  });

  afterEach(function () {
    failed ||= this.currentTest?.state === 'failed';
  });

  after(() => open?.close(failed));

  it('shows conflicts and people at first glance, the other views closed', async () => {
    const panes = workbench.page.locator('.part.sidebar .pane');
    await panes.locator('.pane-header', { hasText: 'Conflicts' }).waitFor();
    const shown = await panes
      .locator('.pane-header')
      .evaluateAll((headers) =>
        headers.map((header) => [
          header.querySelector('.title')?.textContent ?? '',
          header.getAttribute('aria-expanded') ?? '',
        ]),
      );
    assert.deepEqual(shown, [
      ['Conflicts', 'true'],
      ['People', 'true'],
      ['Claims', 'false'],
      ['Articles', 'false'],
    ]);
    for (const [title, words] of [
      ['Conflicts', /first trip/],
      ['People', /Khamenei/],
    ] as const) {
      const pane = panes.filter({ has: workbench.page.locator('.pane-header', { hasText: title }) });
      await rowsOf(pane).filter({ hasText: words }).first().waitFor();
    }
  });

  it('runs in Restricted Mode', async () => {
    await workbench.page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('opens a seed as a news article', async () => {
    await workbench.openFile('001_c2d1d0c7344d0602.txt');
    await workbench.page.locator('.part.statusbar', { hasText: 'News Article' }).waitFor();
    await workbench.findWords('first trip');
  });

  for (const [file, line, words] of [
    ['001_c2d1d0c7344d0602.txt', 1, 'first trip'],
    ['002_dcd7ed3244705664.txt', 13, 'second trip'],
  ] as const) {
    it(`marks “${words}” in ${file}`, async () => {
      await workbench.openFile(file);
      await workbench.goToLine(line);
      await workbench.waitForSquiggle(words);
    });
  }

  it('shows both spellings and all sources when the pointer rests on “Peskov”', async () => {
    const sources = [...seeds].filter(([, text]) => text.includes('Peskov')).map(([name]) => name);
    assert.ok(sources.length >= 2);
    const people = await workbench.showView('People');
    const peskov = rowsOf(people).filter({ hasText: 'Peskov' }).first();
    await workbench.expand(peskov);
    const labels = await labelsBelow(people, peskov, sources.length);

    await workbench.openFile('002_dcd7ed3244705664.txt');
    await workbench.goToLine(8);
    const hover = await workbench.rest(await workbench.findWords('Peskov said Iran'), 'Dmitri Peskov');
    const text = await hover.innerText();
    assert.match(text, /Dmitri Peskov/);
    assert.match(text, /Dmitry Peskov/);
    for (const label of labels) assert.ok(text.includes(label), `${label} is not in the hover:\n${text}`);
  });

  it('lists Khamenei under all five sources and selects the quoted words on a click', async () => {
    const people = await workbench.showView('People');
    await people.locator('.monaco-list').first().press('Home');
    const khamenei = rowsOf(people).filter({ hasText: 'Khamenei' }).first();
    await workbench.expand(khamenei);
    const labels = await labelsBelow(people, khamenei, seeds.size);
    assert.equal(new Set(labels).size, seeds.size);

    const source = rowsOf(people)
      .filter({ hasText: labels[0] ?? '' })
      .first();
    await workbench.expand(source);
    const quotation = people.locator('.monaco-list-row[aria-level="3"]').first();
    await quotation.waitFor();
    const quoted = await quotation.locator('.label-name').innerText();
    assert.ok(quoted.length > 3);
    await quotation.click();
    const status = workbench.page.locator('.part.statusbar', { hasText: / selected\)/ });
    await status.waitFor();
    const selected = Number(/\((\d+) selected\)/.exec(await status.innerText())?.[1]);
    if (quoted.endsWith('…'))
      assert.ok(selected >= quoted.length - 1, `${selected} characters for ${quoted}`);
    else assert.equal(selected, quoted.length);
    await workbench.findWords(quoted.slice(0, 12));
  });

  it('shows the findings in Problems', async () => {
    await workbench.runCommand('Problems: Focus on Problems View');
    const rows = workbench.page.locator('.markers-panel .monaco-list-row');
    await rows
      .filter({ hasText: /first trip/i })
      .first()
      .waitFor();
    await rows
      .filter({ hasText: /second trip/i })
      .first()
      .waitFor();
  });

  it('lists conflicts, claims and articles', async () => {
    for (const [view, words] of [
      ['Conflicts', /trip/],
      ['Claims', /./],
      ['Articles', /National Review/],
    ] as const) {
      await rowsOf(await workbench.showView(view))
        .filter({ hasText: words })
        .first()
        .waitFor();
    }
  });

  it('reveals in the sidebar what stands at the cursor, and filters a view', async () => {
    await workbench.openFile('002_dcd7ed3244705664.txt');
    const line = seeds.get('002_dcd7ed3244705664.txt')?.split('\n')[7] ?? '';
    await workbench.goToLine(8, line.indexOf('Peskov') + 2);
    await workbench.runCommand('Counterclaim: Reveal in Sidebar');
    const people = workbench.page.locator('.part.sidebar .pane', {
      has: workbench.page.locator('.pane-header', { hasText: 'People' }),
    });
    await people.locator('.monaco-list-row.selected', { hasText: 'Peskov' }).waitFor();
    await workbench.runCommand('Counterclaim: Filter People');
    const input = workbench.page.locator('.quick-input-widget:visible input');
    await input.fill('peskov');
    await input.press('Enter');
    await rowsOf(people).filter({ hasText: 'Khamenei' }).first().waitFor({ state: 'hidden' });
    await rowsOf(people).filter({ hasText: 'Peskov' }).first().waitFor();
    await workbench.runCommand('Counterclaim: Show All People');
    await rowsOf(people).filter({ hasText: 'Khamenei' }).first().waitFor();
  });

  it('compares both sides of a conflict beside each other', async () => {
    await workbench.openFile('002_dcd7ed3244705664.txt');
    const line = seeds.get('002_dcd7ed3244705664.txt')?.split('\n')[12] ?? '';
    await workbench.goToLine(13, line.indexOf('second trip') + 3);
    await workbench.waitForSquiggle('second trip');
    await workbench.runCommand('Counterclaim: Compare Side by Side');
    const groups = workbench.page.locator('.editor-group-container');
    await groups.nth(1).waitFor();
    for (const side of [0, 1]) await groups.nth(side).locator('.tab.active').waitFor();
    assert.notEqual(
      await groups.nth(0).locator('.tab.active').getAttribute('data-resource-name'),
      await groups.nth(1).locator('.tab.active').getAttribute('data-resource-name'),
    );
    await workbench.runCommand('View: Close All Editors');
  });

  it('writes nothing into the folder of the articles', () => {
    assert.deepEqual(readSeeds(open.folder), seeds);
  });
});

function rowsOf(pane: Locator): Locator {
  return pane.locator('.monaco-list-row');
}

/** The labels of a row's children, once there are as many as expected. */
async function labelsBelow(pane: Locator, parent: Locator, count: number): Promise<string[]> {
  const start = Number(await parent.getAttribute('data-index'));
  const labels: string[] = [];
  for (let at = start + 1; at <= start + count; at++) {
    const row = pane.locator(`.monaco-list-row[data-index="${at}"][aria-level="2"]`);
    await row.waitFor();
    labels.push(await row.locator('.label-name').innerText());
  }
  const next = pane.locator(`.monaco-list-row[data-index="${start + count + 1}"]`);
  if ((await next.count()) > 0)
    assert.equal(await next.getAttribute('aria-level'), '1', 'there are more children');
  return labels;
}
