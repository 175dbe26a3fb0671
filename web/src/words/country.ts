import names from 'virtual:countries';

/** The common English name of an ISO 3166-1 alpha-3 code; what is no code stays. */
export const countryName = (code: string): string => names[code] ?? code;
