/** Headlines without the name of the outlet that titles of pages carry. */

const letters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The same words, whatever case, accents and marks; one may be cut short. */
export function sameHeadline(a: string, b: string): boolean {
  const [short = '', long = ''] = [letters(a), letters(b)].sort((x, y) => x.length - y.length);
  return short === long || (short.length >= 20 && long.startsWith(short));
}

export interface TitleContext {
  readonly separators: readonly string[];
  /** Names of the outlet, and the host of the page. */
  readonly outlets: readonly string[];
  readonly host: string | undefined;
  /** Texts of the first headings of the page. */
  readonly headings: readonly string[];
}

/** `Headline | Outlet` is `Headline`: a part goes that names the outlet or its host, or that the heading lacks. */
export function withoutOutlet(title: string, context: TitleContext): { headline: string; outlet?: string } {
  for (const heading of context.headings) {
    if (heading.length < 8 || heading.length >= title.length) continue;
    if (title.startsWith(heading) && separated(title.slice(heading.length), context.separators, 'start'))
      return { headline: heading };
    if (title.endsWith(heading) && separated(title.slice(0, -heading.length), context.separators, 'end'))
      return { headline: heading };
  }
  for (const separator of context.separators) {
    const last = title.lastIndexOf(separator);
    const first = title.indexOf(separator);
    if (last < 1) continue;
    const after = title.slice(last + separator.length).trim();
    if (namesOutlet(after, context))
      return { headline: withoutOutlet(title.slice(0, last).trim(), context).headline, outlet: after };
    const before = title.slice(0, first).trim();
    if (namesOutlet(before, context))
      return { headline: title.slice(first + separator.length).trim(), outlet: before };
  }
  return { headline: title };
}

const separated = (rest: string, separators: readonly string[], at: 'start' | 'end'): boolean =>
  separators.some((separator) =>
    at === 'start'
      ? ` ${rest}`.replace(/^\s+/, ' ').startsWith(separator) || rest.startsWith(separator)
      : rest.endsWith(separator),
  );

/** Says the outlet's name, or letters of its host: `The Courier` on `thecourier.example`. */
function namesOutlet(part: string, { outlets, host }: TitleContext): boolean {
  const name = letters(part);
  if (name.length < 2 || part.length > 60) return false;
  if (outlets.some((outlet) => letters(outlet) === name)) return true;
  const site = letters((host ?? '').replace(/^www\./, '').replace(/\.[a-z]+$/, ''));
  if (site === '' || name.length < 3) return false;
  return (
    letters((host ?? '').replace(/^www\./, '')) === name ||
    site === name ||
    (name.length >= 4 && site.endsWith(name)) ||
    site === `the${name}`
  );
}
