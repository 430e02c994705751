/** Wakes one who waits. It says that something may have happened, never what. */
export class Alarm {
  private hasRung = false;
  private wake: (() => void) | null = null;

  /** @param forget what to do when nobody waits for it any more */
  constructor(private readonly forget: (alarm: Alarm) => void) {}

  ring(): void {
    this.hasRung = true;
    this.wake?.();
  }

  /** Waits until it rings; not at all if it has rung since the last wait, and no longer than it is told. */
  async wait(atMostMilliseconds: number, given: AbortSignal): Promise<void> {
    if (!this.hasRung && !given.aborted) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          given.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, atMostMilliseconds);
        given.addEventListener('abort', wake);
        this.wake = wake;
      });
      this.wake = null;
    }
    this.hasRung = false;
  }

  stop(): void {
    this.forget(this);
  }
}
