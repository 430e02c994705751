import { Circle } from '../../support/circle.js';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';

type Input = Record<string, unknown>;

/** All that a request tells, for whoever may read it. */
export const requestFields = `id lookingFor message askedAt lapsesAt withdrawnAt introducedAt state progress movedAt
  postponedUntil remindsOn note requester { id } askedBy { id } asked { id } contact { id } viaContact { id } parent { id }
  introduction { id degree } viewerCan { accept decline postpone passOn recordContactAnswer withdraw }`;

export const lookingFor = 'The facility manager of a hospital in Ghent';

/** The acts on introduction requests in the tests' words. Each returns the whole payload. */
export class Asking {
  readonly circle: Circle;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.circle = new Circle(app, world);
  }

  request(requester: CastMember, asked: CastMember, input: Input = {}) {
    const asking = { askedMembershipId: asked.membershipId, lookingFor, message: 'We clean operating theatres.' };
    return this.act(requester, 'requestIntroduction', { ...asking, ...input });
  }

  /** The key of a new request of Sara to Bram, or of others. */
  async asked(input: Input = {}, requester: CastMember = this.world.sara, asked: CastMember = this.world.bram) {
    const { request, errors } = await this.request(requester, asked, input);
    if (!request) throw new Error(JSON.stringify(errors));
    return request.id as string;
  }

  accept(actor: CastMember, requestId: string, contactId: string, input: Input = {}) {
    return this.act(actor, 'acceptIntroductionRequest', { requestId, contactId, ...input });
  }

  decline(actor: CastMember, requestId: string, input: Input = {}) {
    return this.act(actor, 'declineIntroductionRequest', { requestId, ...input });
  }

  postpone(actor: CastMember, requestId: string, until: string, input: Input = {}) {
    return this.act(actor, 'postponeIntroductionRequest', { requestId, until, ...input });
  }

  withdraw(actor: CastMember, requestId: string, input: Input = {}) {
    return this.act(actor, 'withdrawIntroductionRequest', { requestId, ...input });
  }

  passOn(actor: CastMember, requestId: string, to: CastMember, input: Input = {}) {
    const message = 'For somebody of my club.';
    return this.act(actor, 'passOnIntroductionRequest', { requestId, toPersonId: to.personId, message, ...input });
  }

  answer(actor: CastMember, requestId: string, agreed: boolean, input: Input = {}) {
    return this.act(actor, 'recordContactAnswer', { requestId, agreed, outcomeBack: true, ...input });
  }

  async read(viewer: CastMember, id: string, fields: string = requestFields) {
    const query = `query ($id: UUID!) { introductionRequest(id: $id) { ${fields} } }`;
    return (await this.app.query(viewer, query, { id })).introductionRequest;
  }

  async progress(viewer: CastMember, id: string): Promise<string> {
    return (await this.read(viewer, id, 'progress')).progress;
  }

  /** The codes of an act that is refused at the top level. */
  async forbidden(actor: CastMember, mutation: string, input: Input): Promise<string[]> {
    const answer = await this.app.attempt(actor, mutation, input, 'request { id }');
    return (answer.errors ?? []).map(({ extensions }) => extensions.code);
  }

  private act(actor: CastMember, mutation: string, input: Input) {
    return this.app.act(actor, mutation, input, `request { ${requestFields} }`);
  }
}
