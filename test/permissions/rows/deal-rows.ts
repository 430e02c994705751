import { type Sight, sight } from '../sights.js';

/** Deals and reports. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const dealRows: Sight[] = [
  sight(
    'Deal',
    'exact',
    `
    adjustments       . . . . . . . . s s
    amount            . . . . . . . . s s
    amountBand        . . . . . . . . s s
    amountVisibility  . . . . . . . . s s
    buyerContact      . . . . . . . . s s
    closedOn          . . . . . . . . s s
    credits           . . . . . . . . s s
    customer          . . . . . . . . - s
    degree            . . . . . . . . s s
    description       . . . . . . . . - s
    direct            . . . . . . . . f f
    id                . . . . . . . . s s
    netAmount         . . . . . . . . s s
    origin            . . . . . . . . s s
    recordedAt        . . . . . . . . s s
    repeat            . . . . . . . . f f
    root              . . . . . . . . s s
    seller            . . . . . . . . s s
    thanks            . . . . . . . . s s
    viewerCan         . . . . . . . . s s
  `,
  ),
  sight(
    'Deal',
    'band',
    `
    adjustments  . . . . . . . . - e
    amount       . . . . . . . . - s
    amountBand   . . . . . . . . s s
    description  . . . . . . . . - s
    netAmount    . . . . . . . . - s
  `,
  ),
  sight(
    'Deal',
    'hidden',
    `
    adjustments   . . . . . . . . - s
    amount        . . . . . . . . - s
    amountBand    . . . . . . . . - s
    buyerContact  . . . . . . . . - s
    credits       . . . . . . . . s s
    customer      . . . . . . . . - s
    description   . . . . . . . . - s
    netAmount     . . . . . . . . - s
    thanks        . . . . . . . . e s
  `,
  ),
  sight(
    'Deal',
    'summed',
    `
    amount      . . . . . . . . - s
    amountBand  . . . . . . . . - s
    netAmount   . . . . . . . . - s
  `,
  ),
  sight('Deal', 'toPerson', 'buyerPerson . . . . . . . . - s'),
  sight('Deal', 'own', 'amount . . . . . . . . . s'),
  sight('DealAbilities', 'exact', 'change . . . . . . . . f t'),
  sight(
    'Credit',
    'exact',
    `
    amount   . . . . . . . . s s
    percent  . . . . . . . . s s
    person   . . . . . . . . s s
  `,
  ),
  sight(
    'CreditReceived',
    'viewer',
    `
    amount   . . . . . . . . - .
    deals    . . . . . . . . s .
    sellers  . . . . . . . . s .
  `,
  ),
  sight('Credit', 'hidden', 'amount . . . . . . . . - s'),
  sight(
    'DealAdjustment',
    'exactAdjustment',
    `
    adjustedOn  . . . . . . . . s s
    amount      . . . . . . . . s s
    id          . . . . . . . . s s
    reason      . . . . . . . . - s
    recordedAt  . . . . . . . . s s
  `,
  ),
  sight('DealAdjustment', 'hiddenAdjustment', 'amount . . . . . . . . . s'),
  sight(
    'Thanks',
    'exactThanks',
    `
    id        . . . . . . . . s s
    message   . . . . . . . . s s
    thanked   . . . . . . . . s s
    thankedAt . . . . . . . . s s
  `,
  ),
  sight('Thanks', 'hiddenThanks', 'message . . . . . . . . . s'),
  sight(
    'ReturnReport',
    'ghent',
    `
    before                . . . . s . s s s s
    club                  . . . . s . s s s s
    currencies            . . . . s . s s s s
    effortByDegree        . . . . s . s s s s
    from                  . . . . s . s s s s
    funnel                . . . . - . s s s s
    lifetimeValue         . . . . s . s s s s
    promises              . . . . - . s s s s
    returnOnEffort        . . . . s . s s s s
    referralsReceived     . . . . - . s s s s
    smallestGroup         . . . . s . s s s s
    suppressedCurrencies  . . . . s . s s s s
    to                    . . . . s . s s s s
  `,
  ),
  sight(
    'ReturnReport',
    'saraSeat',
    `
    clubMedian          . . . . . . . . . s
    givenLifetimeValue  . . . . . . . . . e
    membership          . . . . . . . . . s
  `,
  ),
  sight(
    'PeriodReturn',
    'ghent',
    `
    currencies            . . . . e . e e e e
    effortByDegree        . . . . s . s s s s
    from                  . . . . s . s s s s
    funnel                . . . . s . s s s s
    lifetimeValue         . . . . e . e e e e
    promises              . . . . s . s s s s
    referralsReceived     . . . . s . s s s s
    returnOnEffort        . . . . s . s s s s
    suppressedCurrencies  . . . . e . e e e e
    to                    . . . . s . s s s s
  `,
  ),
  sight(
    'CurrencyReturn',
    'ghent',
    `
    businessWithFellowMembers  . . . . - . - - - -
    byDegree                   . . . . s . s s s s
    byMonth                    . . . . s . s s s s
    currency                   . . . . s . s s s s
    indirectShare              . . . . s . s s s s
    newReturn                  . . . . - . s s s s
    ownAcquisition             . . . . - . - - - -
    repeatReturn               . . . . - . s s s s
    return                     . . . . s . s s s s
    returnFromReferrals        . . . . - . - - - -
  `,
  ),
];
