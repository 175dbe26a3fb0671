/** `npm run bench` (speed) and `npm run bench -- peers DATA` (accuracy beside other programs). */
import { peers } from './peers/index.js';
import { speed } from './speed/index.js';

const usage = `usage:
  npm run bench                    reports a second and memory of each stage, then 100,000 JSON lines
  npm run bench -- speed 5000      the same with so many JSON lines
  npm run bench -- peers DATA      installs peers into .bench/ and prints their figures beside ours`;

const [what = 'speed', argument] = process.argv.slice(2);
if (what === 'speed') await speed(Number(argument ?? 100_000));
else if (what === 'peers' && argument !== undefined) await peers(argument);
else {
  console.error(usage);
  process.exitCode = 2;
}
