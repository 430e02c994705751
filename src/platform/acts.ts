import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, QueryFailedError } from 'typeorm';
import { Clock } from './clock.js';
import { DomainError } from './graphql/errors.js';
import type { RecordingInput } from './graphql/payload.js';

/** An act somebody wants recorded: its verb (the mutation's name), and what it will have made or changed. */
export interface Act<T> {
  personId: string;
  verb: string;
  input: RecordingInput;
  result: EntityTarget<T>;
}

const deadlockDetected = '40P01';
const attempts = 3;

/**
 * Runs every act of the domain: one transaction, and once per idempotency key. The key's row is inserted first,
 * so that a retry that arrives while the first is under way waits for it, and then gives its answer.
 */
@Injectable()
export class Acts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what the work returned, or for a repeated key that same object as it is now
   * @throws DomainError IDEMPOTENCY_KEY_REUSED when the key came with other input or for another act
   */
  async once<T extends ObjectLiteral & { id: string }>(
    act: Act<T>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction((manager) => this.attempt(manager, act, work));
      } catch (error) {
        if (attempt === attempts || !isDeadlock(error)) throw error;
      }
    }
  }

  private async attempt<T extends ObjectLiteral & { id: string }>(
    manager: EntityManager,
    act: Act<T>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const key = [act.personId, act.input.idempotencyKey];
    const inputHash = hashOf(act.input);
    const inserted: unknown[] = await manager.query(
      `INSERT INTO idempotency_keys (person_id, key, act, input_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING key`,
      [...key, act.verb, inputHash, this.clock.now()],
    );
    if (inserted.length === 0) return this.replay(manager, act, inputHash);
    const subject = await work(manager);
    await manager.query('UPDATE idempotency_keys SET subject_id = $3 WHERE person_id = $1 AND key = $2', [
      ...key,
      subject.id,
    ]);
    return subject;
  }

  private async replay<T extends ObjectLiteral & { id: string }>(
    manager: EntityManager,
    act: Act<T>,
    inputHash: Buffer,
  ): Promise<T> {
    const [first] = await manager.query<{ act: string; input_hash: Buffer; subject_id: string }[]>(
      'SELECT act, input_hash, subject_id FROM idempotency_keys WHERE person_id = $1 AND key = $2',
      [act.personId, act.input.idempotencyKey],
    );
    if (!first || first.act !== act.verb || !first.input_hash.equals(inputHash)) {
      throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for something else.', [
        'idempotencyKey',
      ]);
    }
    return manager.findOneByOrFail(act.result, { id: first.subject_id } as never);
  }
}

/** The same input gives the same hash, in whatever order a client wrote its fields. */
function hashOf(input: object): Buffer {
  const canonical = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest();
}

function isDeadlock(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === deadlockDetected;
}
