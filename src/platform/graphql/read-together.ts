import DataLoader from 'dataloader';

/**
 * One reading for all who ask at about the same time: while one is under way, whoever asks waits for the next, which
 * answers all that wait. So what is answered was read after it was asked for, and there is one statement at a time,
 * however many ask.
 * @param read the answers by key; a key without an answer is answered null
 */
export function readTogether<V>(
  read: (keys: readonly string[]) => Promise<Map<string, V>>,
): (key: string) => Promise<V | null> {
  let underWay: Promise<unknown> = Promise.resolve();
  const reader = new DataLoader<string, V | null>(
    async (keys) => {
      const reading = read([...new Set(keys)]);
      underWay = reading.catch(() => undefined);
      const answers = await reading;
      return keys.map((key) => answers.get(key) ?? null);
    },
    // Nothing is remembered. Those woken by one sign are heard before the reading begins.
    { cache: false, batchScheduleFn: (begin) => void underWay.then(() => setImmediate(begin)) },
  );
  return (key) => reader.load(key);
}
