import type { Band, Metric, ProRata } from './profile.js';
import type { Profile, ScorecardBand, ScorecardMetric, ScorecardProportion } from './profile.types.js';
import type { CataloguedProfile } from './profile-catalogue.js';

/** A profile as the schema has it. */
export function shownProfile({ content, builtIn }: CataloguedProfile): Profile {
  const { id, version, validFrom, currency, window, metrics, colours } = content;
  return {
    ...{ code: id, version, builtIn, validFrom, currency },
    ...{ window: window.kind, months: window.months },
    metrics: metrics.map(shownMetric),
    colours,
  };
}

export function shownBand(band: Band): ScorecardBand {
  return { min: null, above: null, max: null, ...band };
}

function shownMetric({ key, per, direction, bands = [], proRata, max, latePerAbsence }: Metric): ScorecardMetric {
  return {
    ...{ key, per, direction, max },
    bands: bands.map(shownBand),
    proportion: proRata ? shownProportion(proRata) : null,
    latePerAbsence: latePerAbsence ?? null,
  };
}

function shownProportion(proRata: ProRata): ScorecardProportion {
  return { from: null, perUnit: null, fullAt: null, ...proRata };
}
