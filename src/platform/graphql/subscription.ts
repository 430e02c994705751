import {
  type ASTVisitor,
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import type { StreamEvent } from './event-stream.js';
import { documentLimits, limits } from './limits.js';
import { refusal } from './refusal.js';

/** Why a stream is not opened. */
export class StreamRefusal extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

export interface Subscription {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** Reads a document as Apollo does for the other operations, under the same limits. @throws StreamRefusal */
export function readSubscription(schema: GraphQLSchema, query: string, operationName?: string): Subscription {
  const document = parsed(query);
  const rules = [...specifiedRules, ...documentLimits, fieldForSure];
  const errors = validate(schema, document, rules, { hideSuggestions: true });
  if (errors.length > 0) throw new StreamRefusal(errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw new StreamRefusal([refusal('BAD_REQUEST', 'Here are subscriptions alone; ask and act at /graphql.')]);
  }
  return { document, operation };
}

/** Of a subscription whose only field is left out nothing remains, which the specification of 2025 forbids by this rule. */
function fieldForSure(context: ValidationContext): ASTVisitor {
  return {
    Directive: (node) => {
      if (context.getParentType() !== context.getSchema().getSubscriptionType()) return;
      if (node.name.value !== 'skip' && node.name.value !== 'include') return;
      context.reportError(
        new GraphQLError(`The field of a subscription is not left out by @${node.name.value}.`, { nodes: node }),
      );
    },
  };
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new StreamRefusal([coded(error, 'GRAPHQL_PARSE_FAILED')]);
  }
}

/** Begins a subscription. @throws StreamRefusal when it is refused by its resolver, a guard, or for its variables */
export async function subscribe(execution: ExecutionArgs): Promise<AsyncIterable<StreamEvent>> {
  const source = await createSourceEventStream(execution);
  if (Symbol.asyncIterator in source) return source as AsyncIterable<StreamEvent>;
  throw new StreamRefusal((source.errors ?? []).map((error) => (error.path ? error : coded(error, 'BAD_USER_INPUT'))));
}

/** Each event of a subscription as it is answered. */
export async function* answers(
  events: AsyncIterable<StreamEvent>,
  execution: ExecutionArgs,
): AsyncGenerator<{ id: string; result: ExecutionResult }> {
  for await (const { id, root } of events) yield { id, result: await execute({ ...execution, rootValue: root }) };
}

/** The error with a code, unless it has one of its own. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { nodes, source, positions, extensions } = error;
  const options = { nodes, source, positions, originalError: error.originalError ?? error };
  return new GraphQLError(error.message, { ...options, extensions: { code, ...extensions } });
}
