import type { ChainRow } from '../../reports/chains/club-chains.sql.js';
import type { ChainRoot, ClubChains, RootReturn } from '../../reports/chains/club-chains.types.js';
import type { FileLanguage } from '../file-language.js';
import { type Column, column, type Table, tableOf, type Words } from '../table.js';
import { currencyWords, dealsWords } from './return-words.js';

/** Who began a chain, by the key of the person. */
export type RootNames = ReadonlyMap<string, string>;

const rootWords: Words = { en: 'Root member', nl: 'Stamlid', fr: 'Membre racine' };
const introductionsWords: Words = { en: 'Introductions', nl: 'Introducties', fr: 'Introductions' };
const deepestWords: Words = { en: 'Deepest degree', nl: 'Diepste graad', fr: 'Degré le plus profond' };

const chainColumns: Column<ChainRow>[] = [
  column('day', { en: 'Begun on', nl: 'Begonnen op', fr: 'Commencée le' }, ({ begunOn }) => begunOn),
  column('integer', introductionsWords, ({ introductions }) => introductions),
  column('integer', deepestWords, ({ deepestDegree }) => deepestDegree),
  column('integer', { en: '2nd degree', nl: '2e graad', fr: '2e degré' }, ({ byDegree }) => byDegree[0]),
  column('integer', { en: '3rd degree', nl: '3e graad', fr: '3e degré' }, ({ byDegree }) => byDegree[1]),
  column('integer', { en: '4th and beyond', nl: '4e en verder', fr: '4e et au-delà' }, ({ byDegree }) => byDegree[2]),
];

const rootColumns: Column<ChainRoot>[] = [
  column('integer', { en: 'Chains', nl: 'Ketens', fr: 'Chaînes' }, ({ chains }) => chains),
  column('integer', introductionsWords, ({ introductions }) => introductions),
  column(
    'integer',
    { en: '3rd degree and beyond', nl: '3e graad en verder', fr: '3e degré et au-delà' },
    ({ beyondSecondDegree }) => beyondSecondDegree,
  ),
  column('integer', deepestWords, ({ deepestDegree }) => deepestDegree),
];

interface RootMoney extends RootReturn {
  rootId: string;
}

const returnColumns: Column<RootMoney>[] = [
  column('text', currencyWords, ({ currency }) => currency),
  column('integer', dealsWords, ({ lifetimeValue }) => lifetimeValue?.deals ?? null),
  column(
    'money',
    { en: 'Lifetime value', nl: 'Levenswaarde', fr: 'Valeur à vie' },
    ({ lifetimeValue }) => lifetimeValue?.amount ?? null,
  ),
  column(
    'integer',
    { en: 'Deals, 3rd degree and beyond', nl: 'Deals, 3e graad en verder', fr: 'Affaires, 3e degré et au-delà' },
    ({ beyondSecondDegree }) => beyondSecondDegree?.deals ?? null,
  ),
  column(
    'money',
    { en: 'Value, 3rd degree and beyond', nl: 'Waarde, 3e graad en verder', fr: 'Valeur, 3e degré et au-delà' },
    ({ beyondSecondDegree }) => beyondSecondDegree?.amount ?? null,
  ),
];

/** The roots, what their chains brought by currency, and the chains. What is withheld is empty. */
export function chainsTables(
  { rows, roots }: ClubChains,
  names: RootNames,
  { language }: FileLanguage,
): [Table, ...Table[]] {
  const named = <Row extends { rootId: string }>(): Column<Row> =>
    column('text', rootWords, ({ rootId }) => names.get(rootId) ?? null);
  const money = roots.flatMap(({ rootId, returns }) => returns.map((each): RootMoney => ({ rootId, ...each })));
  const titles = {
    roots: { en: 'Roots', nl: 'Stamleden', fr: 'Racines' },
    returns: { en: 'Returns', nl: 'Opbrengsten', fr: 'Rendements' },
    chains: { en: 'Chains', nl: 'Ketens', fr: 'Chaînes' },
  };
  return [
    tableOf({ name: 'roots', title: titles.roots, columns: [named(), ...rootColumns] }, [roots], language),
    tableOf({ name: 'returns', title: titles.returns, columns: [named(), ...returnColumns] }, [money], language),
    tableOf({ name: 'chains', title: titles.chains, columns: [named(), ...chainColumns] }, [rows], language),
  ];
}
