import { readTogether } from './read-together.js';

/** A reading that lasts until it is let go. */
function slowly() {
  const begun: string[][] = [];
  const ends: ((error?: Error) => void)[] = [];
  const read = readTogether(async (keys) => {
    const number = begun.push([...keys]);
    await new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key} ${number}`]));
  });
  return { begun, read, end: (error?: Error) => ends.shift()?.(error) };
}

const aTurn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('those who ask at once are answered by one reading, in which each key stands once', async () => {
  const { begun, read, end } = slowly();
  const asked = Promise.all(['a', 'b', 'a', 'nobody'].map(read));
  await aTurn();
  expect(begun).toEqual([['a', 'b', 'nobody']]);
  end();
  expect(await asked).toEqual(['a 1', 'b 1', 'a 1', null]);
});

test('who asks while one is under way is answered by the next, which begins when that one has ended', async () => {
  const { begun, read, end } = slowly();
  const first = read('a');
  await aTurn();
  const later = [read('a')];
  await aTurn();
  later.push(read('b'));
  expect(begun).toEqual([['a']]);
  end();
  expect(await first).toBe('a 1');
  await aTurn();
  expect(begun).toEqual([['a'], ['a', 'b']]);
  end();
  expect(await Promise.all(later)).toEqual(['a 2', 'b 2']);
});

test('one that fails fails for those who asked for it, and for nobody later', async () => {
  const { read, end } = slowly();
  const failing = Promise.allSettled([read('a'), read('b')]);
  await aTurn();
  const later = read('a');
  end(new Error('The database is gone.'));
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await aTurn();
  end();
  expect(await later).toBe('a 2');
});
