import names from 'virtual:countries';

/** The common English name of an ISO 3166-1 alpha-3 code; what is no code stays. */
export const countryName = (code: string): string => names[code] ?? code;

/** All of them, by the alphabet. */
export const countries: readonly string[] = Object.values(names).sort((a, b) => a.localeCompare(b, 'en'));
