/** `npm run bench` (speed), and ours beside other programs: `npm run bench -- peers DATA`, `… -- language DATA`. */
import { desk } from './desk/index.js';
import { language } from './language/index.js';
import { peers } from './peers/index.js';
import { filing } from './record/filing.js';
import { record } from './record/index.js';
import { spark } from './record/spark.js';
import { speed } from './speed/index.js';

const usage = `usage:
  npm run bench                    reports a second and memory of each stage, then 100,000 JSON lines
  npm run bench -- speed 5000      the same with so many JSON lines
  npm run bench -- peers DATA      installs peers into .bench/ and prints their figures beside ours
  npm run bench -- record [--record WHERE] [--happenings 1000000] [--runs 50] [--only QUESTION]
                                   answers from a generated record: p50 and p95 of each question
  npm run bench -- desk [--record WHERE] [--happenings 100000] [--minutes 5] [--readers 50] [--since 2023-01-01]
                                   a desk under readers: times by kind, errors, memory, SIGTERM in the middle
  npm run bench -- filing DATA [--record WHERE] [--happenings 0] [--reports 200] [--batch 24]
                                   what filing and merging costs beside reading
  npm run bench -- spark DATA [--reports 5000] [--python python3] [--master 'local-cluster[2,1,1024]'] [--parts 8]
                                   docs/scale.md's recipe beside one process; needs Java 17 and pyspark
  npm run bench -- language DATA   words a second, memory and names beside spaCy and CoreNLP`;

const [what = 'speed', argument, ...others] = process.argv.slice(2);
if (what === 'speed') await speed(Number(argument ?? 100_000));
else if (what === 'peers' && argument !== undefined) await peers(argument);
else if (what === 'language' && argument !== undefined) await language(argument);
else if (what === 'record')
  process.exitCode = await record(argument === undefined ? [] : [argument, ...others]);
else if (what === 'desk') process.exitCode = await desk(argument === undefined ? [] : [argument, ...others]);
else if (what === 'filing' && argument !== undefined) process.exitCode = await filing(argument, others);
else if (what === 'spark' && argument !== undefined) process.exitCode = await spark(argument, others);
else {
  console.error(usage);
  process.exitCode = 2;
}
