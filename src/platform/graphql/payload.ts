import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  type ValidationError,
} from '@nestjs/common';
import { Args, Field, GqlExecutionContext, InputType, ObjectType } from '@nestjs/graphql';
import { catchError, map, type Observable, of } from 'rxjs';
import { QueryFailedError } from 'typeorm';
import { DomainError, DomainErrors, UserError } from './errors.js';
import { UuidScalar } from './scalars.js';

/** What every mutation answers: the thing it made or changed, or the reasons why it did not. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why the act was refused; empty when it was done.' })
  errors?: UserError[];
}

/** The input of an act that records something. */
@InputType({ isAbstract: true })
export abstract class RecordingInput {
  @Field(() => UuidScalar, {
    description:
      'A UUID the client makes once per act. Sending it again with the same input gives the same answer and no second effect.',
  })
  idempotencyKey: string;
}

/** The one argument of a mutation. */
export const Input = (): ParameterDecorator => Args('input', { description: 'What the act is about.' });

/** Which error a violated constraint of the database is to the caller. */
export type ConstraintErrors = Record<string, DomainError>;
export const CONSTRAINT_ERRORS = Symbol('CONSTRAINT_ERRORS');

/** Turns expected failures of mutations into data; everything else stays a top-level error. */
@Injectable()
export class PayloadInterceptor implements NestInterceptor {
  constructor(@Inject(CONSTRAINT_ERRORS) private readonly constraintErrors: ConstraintErrors) {}

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> {
    const info = GqlExecutionContext.create(host).getInfo<{ parentType?: { name: string } }>();
    if (info?.parentType?.name !== 'Mutation') return next.handle();
    return next.handle().pipe(
      map((payload: object) => ({ errors: [], ...payload })),
      catchError((error: unknown) => of({ errors: userErrors(error, this.constraintErrors) })),
    );
  }
}

/** @throws the error itself when it is no expected failure */
function userErrors(error: unknown, constraintErrors: ConstraintErrors): UserError[] {
  if (error instanceof DomainErrors) return error.errors.map(toUserError);
  if (error instanceof DomainError) return [toUserError(error)];
  const known = constraintErrors[violatedConstraint(error) ?? ''];
  if (known) return [toUserError(known)];
  throw error;
}

function toUserError({ code, message, field }: DomainError): UserError {
  return { code, message, field: field.length > 0 ? ['input', ...field] : null };
}

/** The name of the constraint that refused a statement, if one did. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { constraint } = error.driverError as { constraint?: string };
  return constraint;
}

/** What the validation pipe throws for input that does not have its form: one error per field. */
export function validationErrors(errors: ValidationError[]): DomainErrors {
  return new DomainErrors(errors.flatMap((error) => flatten(error, [])));
}

function flatten(error: ValidationError, path: string[]): DomainError[] {
  const field = [...path, error.property];
  const own = Object.values(error.constraints ?? {}).map((message) => new DomainError('INVALID', message, field));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, field))];
}
