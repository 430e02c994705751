import { newId } from '../../src/platform/id.js';
import { refused } from './circle.js';
import type { PayloadError } from './test-app.js';

/** What one may not see is not there: an act that names it answers to the letter as for an id that does not exist. */
export async function expectMissing(
  act: (id: string) => Promise<{ errors: PayloadError[] }>,
  hidden: string[],
  refusal: string,
): Promise<void> {
  const missing = await act(newId());
  expect(refused(missing)).toEqual([refusal]);
  for (const id of hidden) expect(await act(id)).toEqual(missing);
}
