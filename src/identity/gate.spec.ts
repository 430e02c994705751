import { setImmediate as turn } from 'node:timers/promises';
import { Gate } from './gate.js';

test('no more than so many are inside at once, and all get in, in order', async () => {
  const gate = new Gate(4);
  let inside = 0;
  let most = 0;
  const entered: number[] = [];
  const visit = async (visitor: number) => {
    entered.push(visitor);
    inside += 1;
    most = Math.max(most, inside);
    await turn();
    inside -= 1;
    if (visitor % 5 === 0) throw new Error('stumbled');
    return visitor;
  };
  const visitors = Array.from({ length: 20 }, (_, visitor) => visitor);
  await Promise.allSettled(visitors.map((visitor) => gate.pass(() => visit(visitor))));
  expect(most).toBe(4);
  expect(inside).toBe(0);
  expect(entered).toEqual(visitors);
});
