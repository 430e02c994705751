import { MemberSheetsService } from '../../meetings/one-to-ones/member-sheets.service.js';
import { OneToOnesService } from '../../meetings/one-to-ones/one-to-ones.service.js';
import { RecordOneToOneService } from '../../meetings/one-to-ones/record-one-to-one.service.js';
import type { Performances } from './season.player.js';

type OneToOneActs =
  | 'proposeOneToOne'
  | 'acceptOneToOne'
  | 'declineOneToOne'
  | 'recordOneToOne'
  | 'holdOneToOne'
  | 'withdrawOneToOne'
  | 'changeMemberSheet';

export const playOneToOnes: Performances<OneToOneActs> = {
  proposeOneToOne: async (stage, { key, by, with: partner, startsAt, place, message }) => {
    const partnerId = stage.id('person', partner);
    const input = stage.input({ partnerId, startsAt: stage.instant(startsAt), place, message });
    const oneToOne = await stage.service(OneToOnesService).propose(await stage.as(by), input);
    stage.put('one-to-one', key, oneToOne.id);
  },

  acceptOneToOne: async (stage, { oneToOne, by }) => {
    const input = stage.input({ oneToOneId: stage.id('one-to-one', oneToOne) });
    await stage.service(OneToOnesService).accept(await stage.as(by), input);
  },

  declineOneToOne: async (stage, { oneToOne, by }) => {
    const input = stage.input({ oneToOneId: stage.id('one-to-one', oneToOne) });
    await stage.service(OneToOnesService).decline(await stage.as(by), input);
  },

  recordOneToOne: async (stage, { key, by, with: partner, on }) => {
    const input = stage.input({ oneToOneId: null, partnerId: stage.id('person', partner), heldOn: stage.day(on) });
    const oneToOne = await stage.service(RecordOneToOneService).record(await stage.as(by), input);
    if (key !== undefined) stage.put('one-to-one', key, oneToOne.id);
  },

  holdOneToOne: async (stage, { oneToOne, by, on }) => {
    const input = stage.input({
      oneToOneId: stage.id('one-to-one', oneToOne),
      partnerId: null,
      heldOn: stage.day(on),
    });
    await stage.service(RecordOneToOneService).record(await stage.as(by), input);
  },

  withdrawOneToOne: async (stage, { oneToOne, by, reason }) => {
    const input = stage.input({ oneToOneId: stage.id('one-to-one', oneToOne), reason });
    await stage.service(OneToOnesService).withdraw(await stage.as(by), input);
  },

  changeMemberSheet: async (stage, { at: _, act: __, person, ...texts }) => {
    await stage.service(MemberSheetsService).change(await stage.as(person), stage.input(texts));
  },
};
