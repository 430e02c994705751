import { ContactsService } from '../../contacts/contacts.service.js';
import { ChainCorrectionsService } from '../../network/chain-corrections.service.js';
import type { ConsentBasis } from '../../network/introduction.entity.js';
import { IntroductionsService } from '../../network/introductions.service.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';
import type { ConsentBasisName, PartyKey } from './season.types.js';

export const consentBasis = (name: ConsentBasisName): ConsentBasis => name.toLowerCase() as ConsentBasis;

export function party(stage: SeasonStage, key: PartyKey): { contactId: string | null; personId: string | null } {
  return 'contact' in key
    ? { contactId: stage.id('contact', key.contact), personId: null }
    : { contactId: null, personId: stage.id('person', key.person) };
}

function introducer(
  stage: SeasonStage,
  {
    introducer: who,
    parent,
  }: { introducer: { person: string } | { contact: string; asker?: string }; parent?: string },
) {
  if ('person' in who) {
    return { personId: stage.id('person', who.person), contactId: null, askerId: null, parentId: null };
  }
  return {
    personId: null,
    contactId: stage.id('contact', who.contact),
    askerId: who.asker === undefined ? null : stage.id('person', who.asker),
    parentId: parent === undefined ? null : stage.id('introduction', parent),
  };
}

type NetworkActs =
  | 'addContact'
  | 'identifyContact'
  | 'recordIntroduction'
  | 'insertIntroduction'
  | 'correctIntroduction';

export const playNetwork: Performances<NetworkActs> = {
  addContact: async (stage, { key, owner, name, company, role, email, phone, ...circle }) => {
    const { profession = null, place = null, strength = null, lastSpokenOn = null, isPrivate = false } = circle;
    const known = { profession, place, strength, lastSpokenOn, isPrivate };
    const input = stage.input({ name, company, role, email, phone, ...known });
    stage.put('contact', key, (await stage.service(ContactsService).add(await stage.as(owner), input)).id);
  },

  identifyContact: async (stage, { contact, by, person }) => {
    const input = stage.input({ contactId: stage.id('contact', contact), personId: stage.id('person', person) });
    await stage.service(ContactsService).identify(await stage.as(by), input);
  },

  /** Whoever made or asked for it records it; what a customer made, the beneficiary records. */
  recordIntroduction: async (stage, act) => {
    const { introducer: who, beneficiary } = act;
    const recorder = 'person' in who ? who.person : (who.asker ?? beneficiary);
    const input = stage.input({
      beneficiaryId: stage.id('person', beneficiary),
      introduced: party(stage, act.introduced),
      introducer: introducer(stage, act),
      happenedOn: stage.day(act.at.day),
      consentBasis: consentBasis(act.consent),
    });
    const introduction = await stage.service(IntroductionsService).record(await stage.as(recorder), input);
    stage.put('introduction', act.key, introduction.id);
    stage.put('beneficiary', act.key, beneficiary);
  },

  insertIntroduction: async (stage, act) => {
    const beneficiary = stage.id('beneficiary', act.above);
    const input = stage.input({
      introductionId: stage.id('introduction', act.above),
      contactId: stage.id('contact', act.introduced),
      introducerId: act.introducer === undefined ? null : stage.id('person', act.introducer),
    });
    const below = await stage.service(ChainCorrectionsService).insert(await stage.as(beneficiary), input);
    stage.put('introduction', act.key, below.parentId ?? '');
    stage.put('beneficiary', act.key, beneficiary);
  },

  correctIntroduction: async (stage, act) => {
    const input = stage.input({
      introductionId: stage.id('introduction', act.introduction),
      introducer: introducer(stage, act),
      reason: act.reason,
    });
    const beneficiary = await stage.asOwner('beneficiary', act.introduction);
    await stage.service(ChainCorrectionsService).correct(beneficiary, input);
  },
};
