import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GraphQLError } from 'graphql';
import { contextOf } from '../platform/graphql/context.js';

const open = 'kring:public';

/** Marks the few operations that need no sign-in. */
export const Public = (): MethodDecorator => SetMetadata(open, true);

/** Every query and mutation needs a viewer unless it is marked public. Fields are reached only through these. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(host: ExecutionContext): boolean {
    if (host.getType<string>() !== 'graphql') return true;
    if (contextOf(host).viewer || this.reflector.get(open, host.getHandler())) return true;
    throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
}
