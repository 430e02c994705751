import type { WriteStream } from 'node:tty';
import { progressOf } from './progress.js';

function written(isTerminal: boolean): string[] {
  const lines: string[] = [];
  const output = { isTTY: isTerminal, write: (text: string) => lines.push(text) } as unknown as WriteStream;
  const tell = progressOf('Loading', output);
  for (let done = 1; done <= 400; done += 1) tell(done, 400);
  return lines;
}

test('on a terminal one line is rewritten for every per cent', () => {
  const lines = written(true);
  expect(lines).toHaveLength(101);
  expect(lines[1]).toBe('\r\u001b[KLoading: 1 %');
  expect(lines.at(-1)).toBe('\r\u001b[KLoading: 100 %\n');
  expect(lines.slice(0, -1).join('')).not.toContain('\n');
});

test('elsewhere there is a line for every tenth', () => {
  expect(written(false)).toEqual(
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((percent) => `Loading: ${percent} %\n`),
  );
});
