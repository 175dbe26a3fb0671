/** Reports of invented outlets on an invented dispute, for dossiers: March, May and June are read, April is not. */
import { createReader } from '../../src/reading/index.js';
import { openRecord, type Record } from '../../src/record/record.js';

interface Report {
  readonly outlet: string;
  readonly published: string;
  readonly text: string;
}

const wire = `BERGEN (Gull Wire) — Norwegian Foreign Minister Ingrid Solheim met Icelandic Foreign Minister Jon Karlsson in Bergen on Saturday. The talks in the old customs house lasted three hours. The dispute between Norway and Iceland over the Hestur Bank, which Iceland calls the Hestur Grounds, is forty years old. Solheim told reporters afterwards that fishermen of both countries had waited long enough for an answer.`;

/** By what they are here for. */
export const reports = {
  plan: {
    outlet: 'Fjord Gazette',
    published: '2019-03-02',
    text: `Ministers meet in Oslo

Norwegian Foreign Minister Ingrid Solheim met Icelandic Foreign Minister Jon Karlsson in Oslo on Friday over the Hestur Bank. Norway agreed with Iceland on Friday to draw one chart of the Hestur Bank. Solheim will meet Karlsson in Reykjavik on March 20, officials said. Iceland calls it the Hestur Grounds. Norway has controlled the Hestur Bank, which Iceland claims, since 1921.

In 1978 Norway seized an Icelandic trawler on the Hestur Bank.`,
  },
  copy: {
    outlet: 'The Skerry Times',
    published: '2019-03-10',
    text: `Talks in Bergen\n\nBy Gull Wire\n\n${wire}`,
  },
  otherCopy: {
    outlet: 'Kelp Coast Herald',
    published: '2019-03-10',
    text: `Fish and <ministers> & boats\n\nBy Gull Wire\n\n${wire}`,
  },
  held: {
    outlet: 'Lantern Weekly',
    published: '2019-03-21',
    text: `An island capital waits for cod

In Reykjavik on Wednesday Norwegian Foreign Minister Ingrid Solheim met Icelandic Foreign Minister Jon Karlsson, while rain kept most of the town at home. Norway agreed with Iceland on Wednesday to count the cod of the Hestur Bank together.`,
  },
  wrong: {
    outlet: 'Fjord Gazette',
    published: '2019-03-21',
    text: `Second round of the bank talks

Norwegian Foreign Minister Ingrid Solheim met Icelandic Foreign Minister Jon Karlsson in Reykjavik on Tuesday. Shops along the harbour sold flags of both countries, and a choir of schoolchildren sang about the Hestur Bank.`,
  },
  correction: {
    outlet: 'Fjord Gazette',
    published: '2019-03-23',
    text: `Correction: the ministers' talks

A report of March 21 about the bank talks gave the wrong day. Icelandic Foreign Minister Jon Karlsson met Norwegian Foreign Minister Ingrid Solheim in Reykjavik on Wednesday, March 20, not on Tuesday.`,
  },
  accused: {
    outlet: 'Lantern Weekly',
    published: '2019-05-14',
    text: `Trawlers seen at the bank

Norway accused Iceland on Monday of sending trawlers to the Hestur Bank. Norwegian Foreign Minister Ingrid Solheim said that the Hestur Bank was no pond behind a house. Norwegian Foreign Minister Ingrid Solheim will visit Iceland on June 3.`,
  },
  threatened: {
    outlet: 'Skerry Sun',
    published: '2019-05-20',
    text: `Harsh words over cod

Norway threatened Iceland on Sunday with sanctions over the Hestur Bank. Norway has controlled the Hestur Bank, which Iceland claims, since 1921.`,
  },
  other: {
    outlet: 'Lantern Weekly',
    published: '2019-06-09',
    text: 'Herring prices fall\n\nHerring cost less in Bergen on Friday.',
  },
} satisfies { readonly [name: string]: Report };

export const question = `title: The Hestur Bank
about: Who fishes where.
parties: [NOR, Iceland]
object: { names: [Hestur Bank, Hestur Grounds, Hestur Deep] }
`;

/** In memory, all filed at once. */
export async function recordOf(all: readonly Report[]): Promise<Record> {
  const reader = createReader();
  const readings = [];
  for (const { text, ...source } of all) {
    const from = `${source.outlet} ${source.published}.txt`;
    for await (const outcome of reader.read(text, { ...source, from })) {
      if (!outcome.ok) throw new Error(outcome.error.message);
      readings.push(outcome.reading);
    }
  }
  const record = await openRecord('memory://', { create: true });
  await record.file({ readings, failures: [], read: [], progressed: [] });
  return record;
}
