/** Places with names in several languages, without accents: a contact noted in Ghent is found in Gent and Gand too. */
const places = [
  ['aalst', 'alost'],
  ['aken', 'aachen', 'aix la chapelle'],
  ['antwerpen', 'antwerp', 'anvers'],
  ['aarlen', 'arlon'],
  ['bergen', 'mons'],
  ['berlijn', 'berlin'],
  ['brugge', 'bruges'],
  ['brussel', 'brussels', 'bruxelles'],
  ['den haag', 'the hague', 'la haye', 's gravenhage'],
  ['dendermonde', 'termonde'],
  ['doornik', 'tournai'],
  ['duinkerke', 'dunkirk', 'dunkerque'],
  ['gent', 'ghent', 'gand'],
  ['ieper', 'ypres'],
  ['keulen', 'cologne', 'koln', 'koeln'],
  ['kortrijk', 'courtrai'],
  ['leuven', 'louvain'],
  ['londen', 'london', 'londres'],
  ['luik', 'liege', 'luttich'],
  ['luxemburg', 'luxembourg'],
  ['mechelen', 'malines'],
  ['namen', 'namur'],
  ['nijvel', 'nivelles'],
  ['oostende', 'ostend', 'ostende'],
  ['parijs', 'paris'],
  ['rijsel', 'lille'],
  ['roeselare', 'roulers'],
  ['ronse', 'renaix'],
  ['tienen', 'tirlemont'],
  ['vilvoorde', 'vilvorde'],
  ['waver', 'wavre'],
];

/** The most words a name of a place has. */
export const longestPlaceName = 3;

const namesOf = new Map(places.flatMap((names) => names.map((name) => [name, names] as const)));

/** All names of a place, by any of them; undefined for what is no such name. */
export function namesOfPlace(name: string): string[] | undefined {
  return namesOf.get(name);
}
