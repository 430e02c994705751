import { test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { randomSeason } from './random-season.js';
import { SeasonModel } from './season-model.js';
import { linkOf } from './chain.js';
test('stats', () => {
  const t0 = Date.now();
  const seasons = fc.sample(randomSeason(), { numRuns: 300, seed: 5 });
  console.log('generate ms', Date.now() - t0);
  const c = new Map<string, number>();
  const add = (k: string) => c.set(k, (c.get(k) ?? 0) + 1);
  const sizes: number[] = [];
  for (const s of seasons) {
    const { model, refused } = SeasonModel.of(s, Temporal.PlainDate.from('2026-06-29'));
    sizes.push(s.acts.filter((a) => a.at.day > -180).length);
    add('people' + s.people.length);
    refused.forEach((r) => add('refused ' + r.act.act + ' ' + r.refusal.code));
    s.acts.forEach((a) => add('act ' + a.act));
    for (const [k, v] of model.introductions()) {
      add('intro degree ' + v.degree);
      const l = linkOf(model.journal, k);
      if ('person' in l.introducer && v.parent) add('intro person with parent');
      if (k.startsWith('visit')) add('intro visit');
    }
    for (const [, v] of model.deals()) {
      add('deal degree ' + v.degree);
      if (v.direct && v.origin) add('deal direct with origin');
      if (v.root && !v.origin) add('deal root without origin' + v.degree);
      if (v.repeat) add('deal repeat');
    }
    for (const [, v] of model.referrals()) add('ref ' + v.stage + v.accepted);
  }
  sizes.sort((a, b) => a - b);
  console.log(sizes[0], sizes[30], sizes[150], sizes[270], sizes[299]);
  console.log([...c].sort().map(([k, v]) => `${k}: ${v}`).join('\n'));
});
