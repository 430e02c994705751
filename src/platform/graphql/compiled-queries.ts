import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './context.js';

/** A document is compiled when it comes this often: to compile costs as much as to answer some tens of requests. */
export const usesBeforeCompiling = 3;
/** How many compiled documents are kept at most, those used last. */
export const mostCompiled = 500;

/** The compiled operations of one document, by name; null for one that cannot be compiled. */
type Operations = Map<string | null, CompiledQuery | null>;

/** Compiled documents, as many as may be kept. Apollo gives the same text the same document, as long as it keeps it. */
export class CompiledDocuments {
  private readonly uses = new WeakMap<DocumentNode, number>();
  private readonly kept = new Map<DocumentNode, Operations>();

  get size(): number {
    return this.kept.size;
  }

  /** The operation as a function; null while it came too seldom, and when it cannot be one. */
  find(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | null {
    const uses = (this.uses.get(document) ?? 0) + 1;
    this.uses.set(document, uses);
    if (uses < usesBeforeCompiling) return null;
    const operations = this.operationsOf(document);
    let compiled = operations.get(operationName);
    if (compiled === undefined) {
      const made = compileQuery(schema, document, operationName ?? undefined, { disablingCapturingStackErrors: true });
      compiled = isCompiledQuery(made) ? made : null;
      operations.set(operationName, compiled);
    }
    return compiled;
  }

  /** Moves the document to those used last, and lets go of the one that was not used for longest. */
  private operationsOf(document: DocumentNode): Operations {
    const operations = this.kept.get(document) ?? new Map();
    this.kept.delete(document);
    this.kept.set(document, operations);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostCompiled && oldest) this.kept.delete(oldest);
    return operations;
  }
}

/**
 * Answers queries that come often by functions made of them, which is several times cheaper than to walk through the
 * document each time. Whatever does not go well is left to the ordinary executor, from the start, so that an error
 * is the same in every letter whichever way it was met: a query changes nothing, so it may be answered anew.
 * Mutations and subscriptions are never compiled.
 */
export function compileQueries(documents = new CompiledDocuments()): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, document, operation, operationName, request, contextValue }) => {
        if (operation.operation !== OperationTypeNode.QUERY) return null;
        const compiled = documents.find(schema, document, operationName);
        const variables = request.variables ?? {};
        if (!compiled || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return null;
        const result: ExecutionResult = await compiled.query(undefined, contextValue, variables);
        if (result.errors) return null;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: result.data } } };
      },
    }),
  };
}
