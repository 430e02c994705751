import { describeProblem, Interrupted } from './problem.js';

/** Ctrl+C reaches a process twice when npm stands between it and the terminal; nobody presses twice as fast. */
const doubledWithinMilliseconds = 500;

/** As the shell has it for a process that Ctrl+C ended. */
const interruptedExitCode = 130;

/**
 * Runs one command of the terminal to its end, and ends the process with it: exit code 0, or 1 with the reason on
 * standard error. Ctrl+C aborts the signal, and the command then ends in order; a second one ends the process at once.
 */
export async function runCommand(command: (interrupted: AbortSignal) => Promise<void>): Promise<never> {
  process.setSourceMapsEnabled(true);
  process.exit(await exitCodeOf(command, listenForInterruption()));
}

async function exitCodeOf(
  command: (interrupted: AbortSignal) => Promise<void>,
  interrupted: AbortSignal,
): Promise<number> {
  try {
    await command(interrupted);
    return 0;
  } catch (error) {
    if (isInterruption(error)) return interruptedExitCode;
    process.stderr.write(`${describeProblem(error)}\n`);
    return 1;
  }
}

/** Whether the error only says that somebody wants it to end; `AbortError` is what Node's own functions make of it. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Interrupted || (error instanceof Error && error.name === 'AbortError');
}

function listenForInterruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Interrupted('Interrupted.'));
  let lastSignalAt = Number.NEGATIVE_INFINITY;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      const isDoubled = performance.now() - lastSignalAt < doubledWithinMilliseconds;
      lastSignalAt = performance.now();
      if (controller.signal.aborted && !isDoubled) process.exit(interruptedExitCode);
      interrupt();
    });
  }
  // A terminal that was closed reads no more; what runs shall end in order all the same.
  for (const output of [process.stdout, process.stderr]) output.on('error', interrupt);
  return controller.signal;
}
