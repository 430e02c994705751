/**
 * Every reason for which the rules refuse an act. The server may word its codes otherwise; what is refused is
 * the same.
 */
export type RefusalCode =
  | 'ALREADY_A_MEMBER'
  | 'AMOUNT_NOT_IN_CURRENCY'
  | 'AMOUNT_NOT_POSITIVE'
  | 'AMOUNT_ZERO'
  | 'BUYER_IS_NOT_PROSPECT'
  | 'BUYER_IS_SELLER'
  | 'DEAL_BELOW_ZERO'
  | 'GIVER_IS_RECEIVER'
  | 'INTRODUCTION_LOOP'
  | 'IN_THE_FUTURE'
  | 'NOT_A_MEMBER'
  | 'NOT_FOUND'
  | 'PARENT_DOES_NOT_FIT'
  | 'PARENT_NOT_ALLOWED'
  | 'PARENT_OR_ASKER'
  | 'REASON_NEEDED'
  | 'SELLER_IS_NOT_RECEIVER'
  | 'SPLIT_NOT_100'
  | 'STAGE_UNCHANGED'
  | 'VISITOR_DID_NOT_COME';

/** Thrown when the rules refuse an act; the model is then exactly as it was before the act. */
export class ModelRefusal extends Error {
  override readonly name = 'ModelRefusal';

  constructor(
    readonly code: RefusalCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
