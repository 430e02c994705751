import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';

const details = 'name company role email phone profession place strength lastSpokenOn isPrivate createdAt';
const introductions = `introductions(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes {
    id beneficiaryName beneficiaryProfession beneficiaryClub introducerName need happenedOn consentBasis
    consentByContact consentAt consentExpiresAt outcomeBack
  }
}`;
const question = 'question { textVersion details outcome keeping withdrawing declining }';
const consents =
  'id kind basis textVersion detailsForward outcomeBack byContact reason statedAt expiresAt statedBy { id }';

/** The acts of contacts by their links, and what members do for them. */
export class ContactDesk {
  constructor(private readonly app: TestApp) {}

  /** A new link of the owner, with its address and the token in it. */
  async link(owner: CastMember, contactId: string, introductionId: string | null = null) {
    const { link, url, qrCode, errors } = await this.create(owner, { contactId, introductionId });
    if (!link) throw new Error(JSON.stringify(errors));
    return { id: link.id as string, url: url as string, qrCode: qrCode as string, token: String(url).slice(-43) };
  }

  create(owner: { token: string }, input: object) {
    const selection = 'link { id createdAt expiresAt answeredAt revokedAt introduction { id } } url qrCode';
    return this.app.act(owner, 'createContactLink', input, selection);
  }

  revoke(owner: { token: string }, linkId: string) {
    return this.app.act(owner, 'revokeContactLink', { linkId }, 'link { id revokedAt }');
  }

  /** What the contact sees; null when the link does not work. */
  async page(token: string, variables: { locale?: string; first?: number; after?: string } = {}) {
    const query = `query ($token: String!, $locale: String, $first: Int! = 20, $after: String) {
      contactPage(token: $token, locale: $locale) {
        language memberName memberClub identifiedAs answeredAt expiresAt export
        details { ${details} } duplicates { ${details} } ${question} ${introductions}
      }
    }`;
    return (await this.app.query(null, query, { token, ...variables })).contactPage;
  }

  agree(token: string, input: object = {}) {
    const said = { textVersion: '2026-11', detailsForward: true, outcomeBack: true, ...input };
    return this.by(token, 'agreeAsContact', said);
  }

  decline(token: string, input: object = {}) {
    return this.by(token, 'declineAsContact', input);
  }

  withdraw(token: string, introductionId: string, input: object = {}) {
    return this.by(token, 'withdrawAsContact', { introductionId, ...input });
  }

  correct(token: string, input: object) {
    return this.by(token, 'correctAsContact', input);
  }

  erase(token: string, input: object = {}) {
    return this.by(token, 'eraseAsContact', input);
  }

  /** The history of an introduction as somebody sees it, the latest first. */
  async history(viewer: CastMember, introductionId: string, first = 20) {
    const query = `query ($id: UUID!, $first: Int!) {
      introduction(id: $id) { consentBasis outcomeBack consents(first: $first) { totalCount nodes { ${consents} } } }
    }`;
    return (await this.app.query(viewer, query, { id: introductionId, first })).introduction;
  }

  private by(token: string, mutation: string, input: object) {
    return this.app.act(null, mutation, { idempotencyKey: randomUUID(), token, ...input }, '');
  }
}
