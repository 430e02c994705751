import { type GraphQLArgument, type GraphQLObjectType, isRequiredArgument } from 'graphql';
import { type Field, fieldsOf, isPage, targetOf } from './coordinates.js';
import { contactToken } from './write-consent.js';
import { lookedFor } from './write-paths.js';
import { visitorToken } from './write-visitors.js';

/** How many objects deep a subject is looked into, and how many of a list are asked for so deep: outermost last. */
const depth = 2;
const pageSizes = [1, 4, 10];

/** What fields that cannot do without are asked with. */
const given: Record<string, string> = {
  'Membership.attendance(from)': '"2026-01-01"',
  'Membership.attendance(to)': '"2026-12-31"',
  'Membership.educationUnits(from)': '"2026-01-01"',
  'Membership.educationUnits(to)': '"2026-12-31"',
  'Membership.oneToOnesHeld(from)': '"2026-01-01"',
  'Membership.oneToOnesHeld(to)': '"2026-12-31"',
  'Club.oneToOnesHeld(from)': '"2026-01-01"',
  'Club.oneToOnesHeld(to)': '"2026-12-31"',
  'Viewer.firstIntroductions(currency)': '"EUR"',
  'Query.warmPaths(search)': JSON.stringify(lookedFor),
  // Into the neighbours' club, so that what its link tells everybody is no canary of Ghent.
  'Query.visitorRegistration(token)': JSON.stringify(visitorToken('utrecht')),
  // The same, of a contact there of whom nothing is to be recognised.
  'Query.contactPage(token)': JSON.stringify(contactToken('utrecht')),
};

/** What costs too much to be asked for in lists. */
const reports = [
  ...['ReturnReport', 'ClubCounts', 'AcquaintanceMatrix', 'ClubChains', 'ClubScorecard'],
  ...['Scorecard', 'ScorecardConnection', 'MonthlyScorecardConnection', 'ScorecardProfileConnection'],
  'ScorecardForecastMonth',
];

/**
 * Everything there is to ask of a type: leaves, objects without keys in full, and objects with keys so many deep;
 * as fragments, one for each type and depth, since a document may not be long.
 */
export class Selections {
  private readonly fragments = new Map<string, string>();

  /** The fields of the type in full, by name; `text()` then has the fragments they use. */
  of(type: GraphQLObjectType, remaining: number = depth, fields: Field[] = fieldsOf(type)): Map<string, string> {
    const selected = new Map<string, string>();
    for (const field of fields) {
      const selection = this.ofField(type, field, remaining);
      if (selection !== null)
        selected.set(field.name, `${field.name}${argumentsFor(type, field, remaining)}${selection}`);
    }
    return selected;
  }

  /** The fragments that some fields use, one way or another. */
  text(fields: string[]): string {
    const used = new Set<string>();
    const find = (text: string): void => {
      for (const [, name = ''] of text.matchAll(/\.\.\.(\w+)/g)) {
        if (used.has(name)) continue;
        used.add(name);
        find(this.fragments.get(name) ?? '');
      }
    };
    for (const field of fields) find(field);
    return [...used].map((name) => this.fragments.get(name)).join(' ');
  }

  /** Null for what lies too deep. */
  private ofField(type: GraphQLObjectType, field: Field, remaining: number): string | null {
    const target = targetOf(field);
    if (!target) return '';
    if (reports.includes(target.name) && remaining < depth) return null;
    const isStep = hasKey(target) || target.name === 'ReturnReport';
    if (target.name.endsWith('Connection')) return remaining > 0 ? ` { ...${this.page(target, remaining)} }` : null;
    if (isPage(`${type.name}.${field.name}`) || !isStep) return ` { ...${this.fragment(target, remaining)} }`;
    return remaining > 0 ? ` { ...${this.fragment(target, remaining - 1)} }` : null;
  }

  private fragment(type: GraphQLObjectType, remaining: number): string {
    const name = `${type.name}${remaining}`;
    if (!this.fragments.has(name)) {
      this.fragments.set(name, '');
      const fields = [...this.of(type, remaining).values()];
      this.fragments.set(name, `fragment ${name} on ${type.name} { ${fields.join(' ')} }`);
    }
    return name;
  }

  /** Of a page the objects once, in its edges. */
  private page(connection: GraphQLObjectType, remaining: number): string {
    const name = `${connection.name}${remaining}`;
    if (!this.fragments.has(name)) {
      const edge = fieldsOf(connection).find((field) => field.name === 'edges');
      const node = edge && targetOf(edge)?.getFields().node;
      const target = node && targetOf(node);
      if (!target) throw new Error(`${connection.name} has not the shape of Relay.`);
      const inside = this.fragment(target, remaining - 1);
      const page = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount';
      const text = `nodes { __typename } edges { cursor node { ...${inside} } } ${page}`;
      this.fragments.set(name, `fragment ${name} on ${connection.name} { ${text} }`);
    }
    return name;
  }
}

function hasKey(type: GraphQLObjectType): boolean {
  return 'id' in type.getFields();
}

/** @throws Error for an argument that must be given and is not known here */
export function argumentsFor(type: GraphQLObjectType, field: Field, remaining: number): string {
  const texts = field.args.flatMap((argument) => {
    const text = argument.name === 'first' ? String(pageSizes[remaining]) : givenFor(type, field, argument);
    return text === null ? [] : [`${argument.name}: ${text}`];
  });
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}

function givenFor(type: GraphQLObjectType, field: Field, argument: GraphQLArgument): string | null {
  const name = `${type.name}.${field.name}(${argument.name})`;
  if (isRequiredArgument(argument) && !(name in given)) throw new Error(`Say with what to ask ${name}.`);
  return given[name] ?? null;
}
