import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { defaultPage, maximumPage } from './connection.js';
import { refusal } from './refusal.js';

/** A mutation is a transaction of several statements: it counts for as much as many fields. */
export const mutationCost = 1_000;
/** The whole schema is a large answer, but always the same; MaxIntrospectionDepthRule of graphql-js bounds it. */
export const introspectionCost = 1_000;
/** How many a list without pages is taken to hold, and how often a subscription to answer while it is looked at. */
export const assumedLength = 10;

export interface CostedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/**
 * What an operation may cost at most: every field counts 1 for each time it may be answered, which is the product of
 * the page sizes (`first`) of the connections around it, whether they stand in the document or in a variable.
 * @throws GraphQLError BAD_USER_INPUT for a page size out of range
 */
export function costOf(costed: CostedOperation): number {
  const root = costed.schema.getRootType(costed.operation.operation);
  return root ? new CostCount(costed).ofSelections(costed.operation.selectionSet, root) : 0;
}

class CostCount {
  private readonly fragments: Map<string, FragmentDefinitionNode>;
  /** Of the fragments counted already, so that fragments that use each other many times are still counted quickly. */
  private readonly counted = new Map<string, number>();

  constructor(private readonly costed: CostedOperation) {
    const definitions = costed.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  }

  /** @param page the page size of the connection whose fields these are, if it is one */
  ofSelections(set: SelectionSetNode, type: GraphQLNamedType | undefined, page?: number): number {
    return set.selections.reduce((sum, selection) => sum + this.ofSelection(selection, type, page), 0);
  }

  private ofSelection(node: SelectionNode, type: GraphQLNamedType | undefined, page?: number): number {
    if (node.kind === Kind.FIELD) return this.ofField(node, type, page);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(node.name.value, page);
    const narrowed = node.typeCondition ? this.costed.schema.getType(node.typeCondition.name.value) : type;
    return this.ofSelections(node.selectionSet, narrowed, page);
  }

  private ofFragment(name: string, page?: number): number {
    const key = `${name} ${page}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return 0;
    const type = this.costed.schema.getType(fragment.typeCondition.name.value);
    const cost = this.ofSelections(fragment.selectionSet, type, page);
    this.counted.set(key, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType | undefined, pageAround?: number): number {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return introspectionCost;
    const field = parent && 'getFields' in parent ? (parent.getFields()[name] as GraphQLField<unknown, unknown>) : null;
    const own = parent === this.costed.schema.getMutationType() ? mutationCost : 1;
    if (!field || !node.selectionSet) return own;
    const page = this.pageOf(node, field);
    const isRepeated = parent === this.costed.schema.getSubscriptionType();
    const isList = isRepeated || isListType(getNullableType(field.type));
    const length = isList ? (page ?? pageAround ?? assumedLength) : 1;
    return own + length * this.ofSelections(node.selectionSet, getNamedType(field.type), page);
  }

  /** The page size asked of a field, or undefined when it has no pages. */
  private pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    if (!field.args.some(({ name }) => name === 'first')) return undefined;
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const page = value ? this.numberIn(value) : defaultPage;
    if (page < 1 || page > maximumPage) throw refusal('BAD_USER_INPUT', `first must be from 1 to ${maximumPage}.`);
    return page;
  }

  /** What is no number is refused later, as any value of a wrong type is. */
  private numberIn(value: ValueNode): number {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return defaultPage;
    const given = this.costed.variables[value.name.value];
    if (typeof given === 'number') return given;
    const definition = this.costed.operation.variableDefinitions?.find(
      ({ variable }) => variable.name.value === value.name.value,
    );
    return definition?.defaultValue ? this.numberIn(definition.defaultValue) : defaultPage;
  }
}
