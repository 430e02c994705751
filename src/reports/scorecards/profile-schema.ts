import { z } from 'zod';
import { metricKeys } from './profile.js';
import { colourProblems, currencyProblems, type Find, keyProblems, metricProblems } from './profile-checks.js';

const currencies = new Set(Intl.supportedValuesOf('currency'));

const points = z.number().min(0).max(1000);
const threshold = z.number().min(0).max(1e12);
const perUnit = z.number().min(-1e12).max(1e12);

const band = z.strictObject({
  min: threshold.optional(),
  above: threshold.optional(),
  max: threshold.optional(),
  points,
});

const proRata = z.strictObject({
  from: points.optional(),
  perUnit: perUnit.optional(),
  fullAt: threshold.optional(),
});

const metric = z
  .strictObject({
    key: z.enum(metricKeys),
    per: z.enum(['week', 'month', 'period']),
    direction: z.enum(['more', 'fewer']),
    bands: z.array(band).min(1).max(6).optional(),
    proRata: proRata.optional(),
    max: z.number().positive().max(1000),
    latePerAbsence: z.int().min(1).max(50).optional(),
  })
  .superRefine(asked(metricProblems));

const colour = z.strictObject({
  min: z.number().min(0).max(12_000),
  name: z.string().regex(/^\p{L}[\p{L} -]{0,29}$/u, 'must be a name of letters, at most 30'),
  letter: z
    .string()
    .regex(/^\p{Lu}$/u, 'must be a single capital letter')
    .optional(),
});

/** What a profile is as JSON. Each unknown field is refused. */
export const profileSchema = z
  .strictObject({
    id: z
      .string()
      .max(60)
      .regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens, and begin with a letter'),
    version: z.int().min(1).max(100_000),
    validFrom: z.iso.date(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be the ISO 4217 code of a currency, such as EUR')
      .refine((code) => currencies.has(code), 'must be the ISO 4217 code of a currency, such as EUR')
      .nullable(),
    window: z.strictObject({ kind: z.enum(['completed', 'rolling']), months: z.int().min(1).max(24) }),
    metrics: z.array(metric).min(1).max(12),
    colours: z.array(colour).max(6),
  })
  .superRefine(asked(keyProblems))
  .superRefine(asked(currencyProblems))
  .superRefine(asked(colourProblems));

/** Makes each problem that a check finds one of the schema's. */
function asked<Value>(find: Find<Value>): (value: Value, context: z.RefinementCtx) => void {
  return (value, context) => {
    for (const { path, reason } of find(value)) context.addIssue({ code: 'custom', path, message: reason });
  };
}
