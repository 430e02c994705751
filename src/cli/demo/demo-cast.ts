/** Who can sign in after the demo season was loaded: people to see Kring as, one for each role. */
export const demoPassword = 'second-degree';

/** Made for the demo; the season knows members only. */
export const administrator = {
  givenName: 'Hanne',
  familyName: 'Wellens',
  email: 'hanne.wellens@kring.example',
  locale: 'nl-BE',
  role: 'administrator of the network',
};

/** The same; `region` is a key of the season. */
export const director = {
  givenName: 'Dirk',
  familyName: 'Willems',
  email: 'dirk.willems@kring.example',
  locale: 'nl-BE',
  region: 'oost-vlaanderen',
  role: 'director of the region of Ghent',
};

/**
 * Members by their key in the season. The president is the first: the club in which he sits is the demo club.
 * Of the club's members with enough deals to tell, Bart has the largest indirect share; of those who close direct
 * business only, Geert closes the most.
 */
export const members = [
  { person: 'an-demeyer', role: 'president of the club in Ghent' },
  { person: 'bart-verstraete', role: 'member in Ghent who networks well' },
  { person: 'geert-persoons', role: 'member in Ghent who only sells' },
] as const;
