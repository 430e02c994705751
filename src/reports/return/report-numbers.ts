/** How a report's numbers are written in a locale. */
export interface ReportNumbers {
  count: (count: number) => string;
  /** A decimal string, with as many decimal places as it has. */
  amount: (decimal: string) => string;
  /** With one decimal place. */
  decimal: (number: number) => string;
  /** From 0.851 to "85.1 %"; a dash for none. */
  share: (share: number | null) => string;
}

export function reportNumbers(locale: string): ReportNumbers {
  const counts = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    count: (count) => counts.format(count),
    amount: (decimal) => {
      const places = decimal.split('.')[1]?.length ?? 0;
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
      return format.format(decimal as Intl.StringNumericLiteral);
    },
    decimal: (number) => oneDecimal.format(number),
    share: (share) => (share === null ? '-' : `${oneDecimal.format(share * 100)} %`),
  };
}
