import { type Act, act, type Key } from './act.js';

/** A customer is named by one of three keys. */
const named: Record<string, Key> = {
  dealId: { type: 'Deal', put: (id) => ({ dealId: id }) },
  contactId: { type: 'Contact', put: (id) => ({ dealId: null, contactId: id }) },
  personId: { type: 'Person', put: (id) => ({ dealId: null, personId: id }) },
};

/** Customers. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const customerActs: Record<string, Act> = {
  answerCustomerQuestion: act(
    'U N N N N N N N F ok',
    (world) => ({ dealId: world.id('exact'), outcome: 'NOBODY' }),
    named,
  ),
  recordOnwardIntroduction: act(
    'U N N N N N N N F ok',
    (world) => ({ dealId: world.id('exact'), name: 'Somebody new' }),
    named,
  ),
};
