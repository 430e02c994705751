import { Temporal } from 'temporal-polyfill';
import type { Act, PartyKey, Season } from '../../../src/cli/season/season.types.js';
import type { ActOf, Claim } from './journal.js';
import { ModelRefusal, type RefusalCode } from './model-refusal.js';
import type { Deed } from './random-draft.js';
import { type DealView, type IntroductionView, SeasonModel } from './season-model.js';

/** Sara sells; Bert and Anna sit with her in Elm; Cees and Dora sit in Oak. */
const CAST = { sara: 'elm', bert: 'elm', anna: 'elm', cees: 'oak', dora: 'oak' } as const;

type Sale = Partial<Omit<ActOf<'recordDeal'>, 'act' | 'key' | 'at'>>;

/** A season told act by act on the model, with the small things filled in. */
export class GoldenStory {
  /** The day on which the next act is done. */
  day = -120;
  readonly model = new SeasonModel(goldenFrame(), Temporal.PlainDate.from('2026-06-29'));

  constructor() {
    for (const [person, club] of Object.entries(CAST)) this.joins(person, club);
  }

  does(deed: Deed): void {
    this.model.play({ ...deed, at: { day: this.day, time: '10:00' } } as Act);
  }

  /** The code with which the rules refuse what is told; null when it was done. */
  refusal(tell: () => void): RefusalCode | null {
    try {
      tell();
      return null;
    } catch (error) {
      if (error instanceof ModelRefusal) return error.code;
      throw error;
    }
  }

  joins(person: string, club: string): void {
    this.does({ act: 'admitMember', club, person, profession: 'Baker', company: `Company of ${person}` });
  }

  knows(owner: string, key: string, reach: { email?: string; phone?: string } = {}): void {
    const { email = null, phone = null } = reach;
    this.does({ act: 'addContact', key, owner, name: key, company: null, role: null, email, phone });
  }

  introduces(key: string, introduced: PartyKey, claim: Claim, beneficiary = 'sara'): void {
    const consent = 'ASKED_AND_AGREED';
    this.does({ act: 'recordIntroduction', key, beneficiary, introduced, consent, ...claim });
  }

  refers(key: string, giver: string, prospect: ActOf<'giveReferral'>['prospect'], receiver = 'sara'): void {
    const said = { club: 'elm', need: 'bread', warmth: 3, consent: 'ASKED_AND_AGREED' } as const;
    this.does({ act: 'giveReferral', key, giver, receiver, prospect, ...said });
  }

  sells(key: string, buyer: ActOf<'recordDeal'>['buyer'], sale: Sale = {}): DealView | undefined {
    const usual = { club: 'elm', seller: 'sara', amount: '100.00', currency: 'EUR', on: this.day };
    const said = { description: 'bread', amountVisibility: 'EXACT' } as const;
    this.does({ act: 'recordDeal', key, buyer, ...usual, ...said, ...sale });
    return this.deal(key);
  }

  deal(key: string): DealView | undefined {
    return this.model.deals().get(key);
  }

  introduction(key: string): IntroductionView | undefined {
    return this.model.introductions().get(key);
  }

  report(from: number, to: number, subject: { club: string; person?: string } = { club: 'elm' }) {
    return this.model.returnReport(subject, this.model.dayOf(from), this.model.dayOf(to));
  }
}

function goldenFrame(): Omit<Season, 'acts'> {
  const club = { region: 'lowlands', timeZone: 'Europe/Brussels', locale: 'nl-BE', currency: 'EUR' };
  const fee = { amount: '350.00', months: 12 };
  return {
    network: 'Kring',
    regions: [{ key: 'lowlands', kind: 'country', name: 'Lowlands', parent: null }],
    clubs: [
      { ...club, key: 'elm', name: 'Elm', fee },
      { ...club, key: 'oak', name: 'Oak', fee },
    ],
    professions: ['Baker'],
    people: [],
  };
}
