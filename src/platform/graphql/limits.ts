import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type ASTVisitor, Kind, type ValidationContext, type ValidationRule } from 'graphql';
import { type RefusalCode, refusal } from './refusal.js';

/**
 * How large one request may be. The largest screen of the web application stays well below each of these; what
 * goes beyond is refused as a whole, with a code of its own.
 */
export const limits = {
  /** Levels of fields below each other. A chain of introductions on a deal of a club is about ten. */
  depth: 15,
  /** Fields under another name. */
  aliases: 30,
  directives: 30,
  /** Operations in one document, of which one is run. */
  operations: 10,
  /** Words and signs of a document: QUERY_TOO_LONG. */
  tokens: 2_000,
  /** See cost.ts. */
  cost: 20_000,
} as const;

type Context = Readonly<ValidationContext>;
type CountingRule = (options: {
  n: number;
  flattenFragments?: boolean;
  propagateOnRejection: false;
  onReject: ((context: Context | null) => void)[];
}) => unknown;

/** Left to throw, the rules of armor end in HTTP 500: they report instead, in our words. */
function counted(rule: CountingRule, n: number, code: RefusalCode, message: string): ValidationRule {
  const report = (context: Context | null) => context?.reportError(refusal(code, message));
  const made = rule({ n, flattenFragments: true, propagateOnRejection: false, onReject: [report] });
  return made as ValidationRule;
}

function fewOperations(context: Context): ASTVisitor {
  return {
    Document: ({ definitions }) => {
      const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      if (operations.length <= limits.operations) return;
      const message = `A document holds at most ${limits.operations} operations.`;
      context.reportError(refusal('TOO_MANY_OPERATIONS', message));
    },
  };
}

/** What a document may be by its shape alone. */
export const documentLimits: ValidationRule[] = [
  counted(maxDepthRule, limits.depth, 'QUERY_TOO_DEEP', `Fields go at most ${limits.depth} levels deep.`),
  counted(maxAliasesRule, limits.aliases, 'TOO_MANY_ALIASES', `An operation has at most ${limits.aliases} aliases.`),
  counted(
    maxDirectivesRule,
    limits.directives,
    'TOO_MANY_DIRECTIVES',
    `An operation has at most ${limits.directives} directives.`,
  ),
  fewOperations,
];
