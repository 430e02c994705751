import type { WriteStream } from 'node:tty';

/** @param detail what else is to say, such as the pace */
type Progress = (done: number, all: number, detail?: string) => void;

const eraseLine = '\r\u001b[K';

/** Tells how far a long task is: on a terminal in one line that is rewritten, elsewhere in a line for every tenth. */
export function progressOf(task: string, output: WriteStream = process.stdout): Progress {
  const step = output.isTTY ? 1 : 10;
  let told = -1;
  return (done, all, detail = '') => {
    const percent = Math.floor((100 * done) / all / step) * step;
    if (percent === told) return;
    told = percent;
    const line = `${task}: ${percent} %${detail && `, ${detail}`}`;
    if (!output.isTTY) output.write(`${line}\n`);
    else output.write(`${eraseLine}${line}${done === all ? '\n' : ''}`);
  };
}
