/** Days and moments stay text, as a Reading has them: no time zone of the machine gets into them. */
export const DATE = 1082;
export const MOMENTS: readonly number[] = [1114, 1184];
export const asIs = (value: string): string => value;
export const asIso = (value: string): string => new Date(value).toISOString();

/** By the type's number, OID. */
export const parsers = { [DATE]: asIs, ...Object.fromEntries(MOMENTS.map((type) => [type, asIso])) };
