import { aquaint } from './aquaint.js';
import { conlluCorpora } from './conllu.js';
import { crossner } from './crossner.js';
import { geowebnews } from './geowebnews.js';
import { goldWordCorpora } from './gold-words.js';
import { gumCoref } from './gum-coref.js';
import { htmldate } from './htmldate.js';
import { petrarchUnit } from './petrarch-unit.js';
import { ploverGsr } from './plover-gsr.js';
import { polnear } from './polnear.js';
import { reliability } from './reliability.js';
import type { Corpus } from './row.js';
import { zyte } from './zyte.js';

/** In the order of the table. */
export const corpora: readonly Corpus[] = [
  zyte,
  htmldate,
  ...conlluCorpora,
  ...goldWordCorpora,
  gumCoref,
  crossner,
  aquaint,
  geowebnews,
  polnear,
  ploverGsr,
  reliability,
  petrarchUnit,
];
