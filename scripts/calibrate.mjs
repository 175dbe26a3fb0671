// Fits data/events/calibration.yaml: `npm run build`, then `node scripts/calibrate.mjs DATA`, the folder of corpora that `npm run eval`
// takes. To be run again whenever the lexicon or the readers under it change much.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = (...path) => import(pathToFileURL(join(root, 'dist', 'bench', 'eval', ...path)).href);

const [data] = process.argv.slice(2);
if (!data) {
  process.stderr.write('usage: node scripts/calibrate.mjs DATA\n');
  process.exit(2);
}
const { calibrationError, heldOut, judgedEvents } = await built('reliability.js');
const { fitted } = await built('platt.js');

const judged = await judgedEvents(join(data, 'events'));
const { slope, intercept } = fitted(judged);
const day = new Date().toISOString().slice(0, 10);
writeFileSync(
  join(root, 'data', 'events', 'calibration.yaml'),
  `# How the product of an event's factors (src/event/confidence.ts) becomes its confidence: 1 / (1 + exp(-(slope * log odds + intercept))).
# Written by scripts/calibrate.mjs on ${day} from ${judged.length} events: of this project's gold set (gold/, CC BY 4.0) and of the
# PLOVER gold standard records of the Open Event Data Alliance (CC BY-SA 4.0), on which the program's events were judged; no text of
# either is in this file. Licence: CC BY-SA 4.0. How it was measured: docs/accuracy.md.
slope: ${slope.toFixed(3)}
intercept: ${intercept.toFixed(3)}
`,
);
process.stdout.write(
  `slope ${slope.toFixed(3)}, intercept ${intercept.toFixed(3)} from ${judged.length} events; ` +
    `calibration error of held-out folds ${calibrationError(heldOut(judged)).toFixed(3)}\n`,
);
