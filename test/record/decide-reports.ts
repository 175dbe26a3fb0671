/** Reports of invented outlets in which names are written in several ways and words are told in several. */
export const more: readonly object[] = [
  {
    id: 'f',
    outlet: 'Northern Ledger',
    published: '2021-06-01',
    url: 'https://northern.example/f',
    headline: 'Orlov promises a bridge',
    text: `Orlov promises a bridge

Russian Foreign Minister Pavel Orlov met Norwegian Prime Minister Kari Dahl in Oslo on Monday. "The bridge at Sela will be open again before the first snow falls," Orlov said.`,
  },
  {
    id: 'g',
    outlet: 'Harbour Gazette',
    published: '2021-06-02',
    url: 'https://harbour.example/g',
    headline: 'Bridge to open before winter',
    text: `Bridge to open before winter

Russian Foreign Minister Pavel Orlov said on Monday that the bridge at Sela would be open again before the first snow falls. Russian Foreign Minister Pavel Orlov visited Norway on Monday.`,
  },
  {
    id: 'h',
    outlet: 'Lowland Courier',
    published: '2021-06-03',
    url: 'https://lowland.example/h',
    headline: 'Minister on bridge',
    text: `Minister on bridge

"The crossing will carry cars once more by the time winter is here, and nobody doubts it," Russian Foreign Minister Pavel Orlov said. Norwegian Prime Minister Karen Dahl welcomed Russia's promise. "The bridge at Sela will be open again before the first snow falls," Pavel Orlov said.`,
  },
  {
    id: 'i',
    outlet: 'Eastern Mail',
    published: '2021-06-04',
    url: 'https://eastern.example/i',
    headline: 'Orloff in Oslo',
    text: `Orloff in Oslo

Russian Foreign Minister Paul Orlovsky criticised Norway on Thursday. Dahl thanked Russia on Thursday. The Nordic Council condemned Russia on Thursday.`,
  },
];

/** What comes later: names of both families, and the same words again. */
export const later: readonly object[] = [
  {
    id: 'j',
    outlet: 'Eastern Mail',
    published: '2021-06-07',
    url: 'https://eastern.example/j',
    headline: 'Visit to Tallinn',
    text: `Visit to Tallinn

Russian Foreign Minister Orlov visited Estonia on Monday. Russian Foreign Minister Pavel Orlow thanked Latvia on Monday. Norwegian Prime Minister Dahl criticised Latvia on Monday.`,
  },
  {
    id: 'k',
    outlet: 'Southern Star',
    published: '2021-06-08',
    url: 'https://southern.example/k',
    headline: 'Orlovsky warns Latvia',
    text: `Orlovsky warns Latvia

Russian Foreign Minister P. Orlovsky warned Latvia on Tuesday. Orlovsky also criticised Estonia on Tuesday.`,
  },
  {
    id: 'l',
    outlet: 'Southern Star',
    published: '2021-06-04',
    url: 'https://southern.example/l',
    headline: 'Bridge again',
    text: `Bridge again

Russian Foreign Minister Pavel Orlov said on Monday that the bridge at Sela would open again before the first snow falls. Estonian Foreign Minister Mari Tamm met Latvian Foreign Minister Janis Ozols in Tallinn on 4 May.`,
  },
  {
    id: 'm',
    outlet: 'Northern Ledger',
    published: '2021-06-10',
    url: 'https://northern.example/m',
    headline: 'Words for Tokyo',
    text: `Words for Tokyo

Russian Foreign Minister Orlovsky criticised Japan on Wednesday.`,
  },
];
