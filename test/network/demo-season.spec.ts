import { Temporal } from 'temporal-polyfill';
import { readSeason } from '../../src/cli/demo/season-file.js';
import { expectSameChains, expectSameReports, playBoth } from '../support/both.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

test('the demo season comes to the same degrees and roots, and to the cent to the same reports, as in the model', async () => {
  const both = await playBoth(app, await readSeason(), Temporal.PlainDate.from('2026-11-23'));
  await expectSameChains(app, both);
  await expectSameReports(app, both, [-364, 0]);
  await expectSameReports(app, both, [-60, -31]);
  const gent = both.model.returnReport(
    { club: 'gent' },
    Temporal.PlainDate.from('2025-11-24'),
    Temporal.PlainDate.from('2026-11-23'),
  );
  expect(gent.currencies.get('EUR')?.n).toBeGreaterThan(100);
}, 300_000);
