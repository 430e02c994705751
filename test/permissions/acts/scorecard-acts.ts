import { type Act, act } from './act.js';

const profile = JSON.stringify({
  ...{ id: 'own', version: 1, validFrom: '2026-01-01', currency: null, window: { kind: 'rolling', months: 3 } },
  metrics: [{ key: 'visitors', per: 'month', direction: 'more', bands: [{ min: 1, points: 10 }], max: 10 }],
  colours: [{ min: 0, name: 'grey' }],
});

/** Scorecards. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const scorecardActs: Record<string, Act> = {
  addScorecardProfile: act('U N N F F ok F F F F', ({ world }) => ({ networkId: world.networkId, profile }), {
    networkId: 'Region',
  }),
  chooseScorecard: act(
    'U N N F F ok F ok F F',
    (world) => ({ clubId: world.id('ghent'), profile: 'hk', from: '2026-03-06' }),
    { clubId: 'Club' },
  ),
};
