/** Names over all generated reports: each form with its reports and roles, and an actor for each. */
import { familyMark } from '../../src/record/merge/actor/form.js';
import { loadNamingRules } from '../../src/record/merge/actor/naming-rules.js';
import type { Party } from '../../src/record/store/tables.js';
import type { Report } from './report.js';

interface Named {
  readonly party: Party;
  reports: number;
  first: string;
  last: string;
}

export class Names {
  readonly #named = new Map<string, Named>();

  add(reports: readonly Report[]): void {
    for (const { article, events } of reports) {
      const day = article.day ?? '';
      const parties = new Map(
        events.flatMap(({ row }) => [...row.actors, ...row.recipients].map((party) => [party.form, party])),
      );
      for (const [form, party] of parties) {
        const named = this.#named.get(form) ?? { party, reports: 0, first: day, last: day };
        named.reports++;
        if (day < named.first) named.first = day;
        if (day > named.last) named.last = day;
        this.#named.set(form, named);
      }
    }
  }

  rows(marked: boolean) {
    const rules = loadNamingRules();
    const all = [...this.#named.values()];
    const base = ({ party, reports }: Named) => ({
      id: party.form,
      kind: party.kind,
      name: party.name,
      country: party.country ?? null,
      sectors: [...party.sectors],
      reports,
    });
    return {
      form: all.map((named) => ({ ...base(named), common: false, actor: named.party.form })),
      actor: all.map((named) => ({ ...base(named), aliases: [] })),
      marks: marked
        ? all.flatMap((named) => {
            const mark = familyMark({ ...base(named), common: false }, rules);
            return mark === undefined ? [] : [{ mark, node: named.party.form }];
          })
        : [],
      role: all.flatMap(({ party, reports, first, last }) =>
        party.title === undefined
          ? []
          : [{ form: party.form, title: party.title, of: '', first_day: first, last_day: last, reports }],
      ),
    };
  }
}
