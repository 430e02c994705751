import { EducationService } from '../../meetings/education/education.service.js';
import type { PresentationFocus, PresentationKind } from '../../meetings/presentations/presentation.entity.js';
import { PresentationsService } from '../../meetings/presentations/presentations.service.js';
import { TestimonialsService } from '../../meetings/testimonials/testimonials.service.js';
import type { Performances } from './season.player.js';
import type { PresentationFocusName, PresentationKindName } from './weekly-acts.types.js';

type ContributionActs = 'recordPresentation' | 'markPresentationFocus' | 'recordEducation' | 'giveTestimonial';

const kindOf = (name: PresentationKindName) => name.toLowerCase() as PresentationKind;
const focusOf = (name: PresentationFocusName) => name.toLowerCase() as PresentationFocus;

/** A turn has no key of its own: a member has one of each kind in a meeting. */
const turn = ({ meeting, person, kind }: { meeting: string; person: string; kind: PresentationKindName }) =>
  `${meeting} ${person} ${kind}`;

export const playContributions: Performances<ContributionActs> = {
  recordPresentation: async (stage, act) => {
    const presentation = await stage.service(PresentationsService).record(
      await stage.as(act.by),
      stage.input({
        meetingId: stage.id('meeting', act.meeting),
        membershipId: stage.seatIn(act.meeting, act.person),
        kind: kindOf(act.kind),
        ask: act.ask,
        focus: act.focus && focusOf(act.focus),
      }),
    );
    stage.put('presentation', turn(act), presentation.id);
  },

  markPresentationFocus: async (stage, act) => {
    const input = stage.input({ presentationId: stage.id('presentation', turn(act)), focus: focusOf(act.focus) });
    await stage.service(PresentationsService).markFocus(await stage.as(act.by), input);
  },

  recordEducation: async (stage, { club, person, by, units, topic, on }) => {
    const input = stage.input({
      clubId: stage.id('club', club),
      membershipId: stage.id('seat', `${club} ${person}`),
      units,
      topic,
      earnedOn: stage.day(on),
    });
    await stage.service(EducationService).record(await stage.as(by), input);
  },

  giveTestimonial: async (stage, { club, giver, receiver, text }) => {
    const input = stage.input({ receiverMembershipId: stage.id('seat', `${club} ${receiver}`), text });
    await stage.service(TestimonialsService).give(await stage.as(giver), input);
  },
};
