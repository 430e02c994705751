/** @typedef {import('./cast.types.ts').Need} Need */
/** @typedef {import('./chronicle.mjs').Chronicle} Chronicle */

/** Amounts read like those of real offers: small ones to the cent now and then, large ones round. */
const STEPS = [
  { below: 300, step: 5 },
  { below: 2000, step: 10 },
  { below: 12000, step: 50 },
  { below: Number.POSITIVE_INFINITY, step: 250 },
];

/** @param {string} text letters with accents and signs become plain ones, words are joined by hyphens */
export function slug(text) {
  return text
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Fills {name} from the values given or else from the cast's lists, and {20-90} with a number in that range;
 * the same slot gets the same value throughout `values`.
 * @param {Chronicle} chronicle @param {string} text @param {Record<string, string>} values
 */
export function fill(chronicle, text, values) {
  return text.replace(/\{([^}]+)\}/g, (_, /** @type {string} */ slot) => {
    values[slot] ??= slotValue(chronicle, slot);
    return values[slot];
  });
}

/** @param {Chronicle} chronicle @param {string} slot */
function slotValue({ cast, dice }, slot) {
  const range = /^(\d+)-(\d+)$/.exec(slot);
  if (!range) return dice.pick(cast.slots[slot]);
  const [low, high] = [Number(range[1]), Number(range[2])];
  const step = high >= 2000 ? 100 : high >= 200 ? 10 : 1;
  return String(Math.round(dice.between(low, high) / step) * step);
}

/** @param {Chronicle} chronicle @param {number} median in euro @param {number} spread @returns {string} a decimal */
export function amountAround({ dice }, median, spread) {
  const amount = dice.around(median, spread);
  if (amount < 6000 && dice.chance(0.25)) return amount.toFixed(2);
  const step = STEPS.find(({ below }) => amount < below)?.step ?? 1;
  return (Math.max(1, Math.round(amount / step)) * step).toFixed(2);
}

/**
 * A need for this profession that a firm or a private person may have. With `small` the firm is a small one, as
 * those of members and visitors are, and has none of the profession's large works done; a house is a house.
 * @param {Chronicle} chronicle @param {import('./cast.types.ts').Profession} profession
 * @param {'firm' | 'home' | null} wanted null when either will do @param {boolean} small
 */
export function needFor({ dice }, { needs, typical }, wanted, small = false) {
  const isFor = (/** @type {typeof needs[number]} */ [kind, , , median]) =>
    !small || kind === 'home' || median <= typical * 1.5;
  const payable = needs.filter(isFor);
  const fitting = payable.filter(([kind]) => wanted === null || kind === 'any' || kind === wanted);
  const [kind, text, deal, median] = dice.pick(fitting.length > 0 ? fitting : payable);
  const either = wanted ?? (dice.chance(0.5) ? 'firm' : 'home');
  /** @type {Need} */
  const need = { kind: kind === 'any' ? either : kind, text, deal, median };
  return need;
}

/** @param {Chronicle} chronicle @param {Need} need @param {{ place: string, company: string | null }} whose @returns {Need} */
export function told(chronicle, need, whose) {
  const values = { plaats: whose.place, firma: whose.company ?? 'de zaak' };
  return { ...need, text: fill(chronicle, need.text, values), deal: fill(chronicle, need.deal, values) };
}

/** As the opening of a sentence goes on: "Voor onze eigen zaak: wil …". @param {string} lead @param {string} text */
export function afterLead(lead, text) {
  const keepsCapital = /^[A-Z][a-z]*[A-Z]|^[A-Z]{2}/.test(text);
  return lead + (keepsCapital ? text : text.charAt(0).toLowerCase() + text.slice(1));
}
