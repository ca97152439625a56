import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';

const PAGE = `<!doctype html><html lang="fr"><head><title>Bretelle</title><style>.pale { color: #ccc }</style></head>
  <body><main><h1>Bretelle</h1><h2>Mot</h2><h3>Un</h3><p>Un mot.</p><div><ul><li>Un</li></ul></div>
  <form><label>Nom <input name="nom" id="nom"></label><button type="button"><b>Aller</b></button></form>
  <table><tbody><tr><th>Nom</th></tr><tr><td>Un</td></tr></tbody></table>
  <div aria-hidden="true"><ol><li>Un</li></ol></div>
  <section aria-label="Coin"><p>Un</p></section>
  <p id="mot">Mot</p><input aria-labelledby="mot"></main></body></html>`;

/** What is added to a page that was judged, and what axe calls what is wrong with it. */
const FAULTS: readonly (readonly [string, place: string, added: string, fault: string | null])[] = [
  ['a second item', 'ul', '<li>Deux</li>', null],
  ['a text of another kind', 'main', '<p><strong>Deux mots.</strong></p>', null],
  ['something else than an item in a list', 'ul', '<span>Deux</span>', 'list'],
  ['an item without a list', 'main > div', '<li>Deux</li>', 'listitem'],
  ['a picture that says nothing', 'main > div', '<img src="data:,">', 'image-alt'],
  ['a field without a name', 'form', '<input name="prénom">', 'label'],
  ['a text that is too pale', 'main > div', '<p class="pale">Un mot.</p>', 'color-contrast'],
  ['a heading that skips a level', 'main', '<h5>Deux</h5>', 'heading-order'],
  ['a second page in the page', 'body', '<main>Deux</main>', 'landmark-no-duplicate-main'],
  ['a word outside of all parts', 'body', '<div>Deux</div>', 'region'],
  ['a link within a button', 'button b', '<a href="/">Deux</a>', 'nested-interactive'],
  ['a cell whose heading is not there', 'tbody', '<tr><td headers="a">Deux</td></tr>', 'td-headers-attr'],
  ['a link in what is hidden', 'ol li', '<a href="/">Deux</a>', 'aria-hidden-focus'],
  [
    'a second place of one name',
    'div',
    '<section aria-label="Coin"><p>Deux</p></section>',
    'landmark-unique',
  ],
  [
    'a field that names what is not there',
    'form',
    '<input aria-label="a" aria-controls="b" role="combobox" aria-expanded="true">',
    'aria-valid-attr-value',
  ],
];

describe('whatever is new on a page that was found good (P5)', () => {
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.open();
  });
  afterAll(() => browser.close());

  it.each(FAULTS)('is judged: %s', async (_what, place, added, fault) => {
    await page.setContent(PAGE);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(
      ([where, html]) => document.querySelector(where!)!.insertAdjacentHTML('beforeend', html!),
      [place, added],
    );

    const faults = await accessibilityFaults(page);
    expect(faults.map(text => text.split(':')[0])).toEqual(
      fault === null ? [] : expect.arrayContaining([fault]),
    );
  });

  it('is judged: a name whose words went', async () => {
    await page.setContent(PAGE);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(() => document.querySelector('#mot')!.replaceChildren());

    expect(await accessibilityFaults(page)).toEqual([expect.stringMatching(/^label:/)]);
  });

  it('is judged: a heading that went, where something else came', async () => {
    await page.setContent(PAGE);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(() => {
      document.querySelector('h2')!.remove();
      document.querySelector('form')!.append(document.createElement('hr'));
    });

    expect(await accessibilityFaults(page)).toEqual([expect.stringMatching(/^heading-order:/)]);
  });

  it('and is found again where it was not mended', async () => {
    await page.setContent(PAGE.replace('<p>', '<p class="pale">'));
    expect(await accessibilityFaults(page)).not.toEqual([]);
    expect(await accessibilityFaults(page)).not.toEqual([]);
  });
});
