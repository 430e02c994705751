import type { Usage } from './process.js';

/** Tells the parent process where the server listens and, whenever it asks, what this process has used. */
export function tellUsage(address: string): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicroseconds: user + system, residentBytes: process.memoryUsage.rss() } satisfies Usage);
  });
  process.on('disconnect', () => process.exit());
  process.send?.(address);
}
