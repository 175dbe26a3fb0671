/** Reports of invented outlets: a meeting told twice, and the next one, planned and held; an attack with two counts; a dispute. */
export const reports: readonly object[] = [
  {
    id: 'a',
    outlet: 'Harbour Gazette',
    published: '2021-05-04',
    url: 'https://harbour.example/a',
    headline: 'Ministers meet in Tallinn',
    text: `Ministers meet in Tallinn

Estonian Foreign Minister Mari Tamm met Latvian Foreign Minister Janis Ozols in Tallinn on Tuesday. "We agree on most things," Estonian Foreign Minister Mari Tamm said. Russia warned Estonia on Tuesday against new sanctions.`,
  },
  {
    id: 'b',
    outlet: 'Lowland Courier',
    published: '2021-05-05',
    url: 'https://lowland.example/b',
    headline: 'Baltic talks held',
    text: `Baltic talks held

Estonian Defence Minister Mari Tamm met Latvian Foreign Minister Janis Ozols in Tallinn on Tuesday. Latvia and Estonia will hold another meeting in Riga on May 20.`,
  },
  {
    id: 'c',
    outlet: 'Harbour Gazette',
    published: '2021-05-06',
    url: 'https://harbour.example/c',
    headline: 'Shelling kills four in Marib',
    text: `Shelling kills four in Marib

Houthi forces shelled the city of Marib on Wednesday and killed 4 civilians. Saudi Arabia condemned the attack. Japan and South Korea both claim the Liancourt Rocks, which Japan calls Takeshima and South Korea calls Dokdo.`,
  },
  {
    id: 'd',
    outlet: 'Lowland Courier',
    published: '2021-05-06',
    url: 'https://lowland.example/d',
    headline: 'Seven killed in Marib',
    text: `Seven killed in Marib

Houthi forces shelled the city of Marib on Wednesday and killed 7 civilians. Saudi Arabia condemned the shelling.`,
  },
  {
    id: 'e',
    outlet: 'Lowland Courier',
    published: '2021-05-21',
    url: 'https://lowland.example/e',
    headline: 'Estonia and Latvia meet in Riga',
    text: `Estonia and Latvia meet in Riga

The foreign ministers of Estonia and Latvia met in Riga on Thursday. "The talks were good," Latvian Foreign Minister Janis Ozols said.`,
  },
];
