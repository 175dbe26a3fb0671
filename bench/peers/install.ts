/** Peers are installed into `.bench/`, never into the project. Each step is done once and kept. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../../src/package-root.js';

const home = packageFile('.bench');

/** Runs `install` in the folder of that name unless it was finished before; gives the folder. */
function once(name: string, install: (folder: string) => void): string {
  const folder = join(home, name);
  const done = join(folder, '.installed');
  if (existsSync(done)) return folder;
  console.error(`installing ${name}`);
  mkdirSync(folder, { recursive: true });
  install(folder);
  writeFileSync(done, '');
  return folder;
}

const run = (command: string, args: readonly string[], folder: string): void => {
  execFileSync(command, args, { cwd: folder, stdio: ['ignore', 2, 2] });
};

/** npm packages; the folder has their `node_modules`. */
export const npmPeers = (packages: readonly string[]): string =>
  once('npm', (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    run('npm', ['install', '--no-audit', '--no-fund', ...packages], folder);
  });

/** PyPI packages in an environment of their own; the folder's `bin` has their commands. */
export const pythonPeers = (
  name: string,
  packages: readonly string[],
  /** Installed without what they depend on, whatever Python they ask for. */
  bare: readonly string[] = [],
): string =>
  once(name, (folder) => {
    const pip = (...args: string[]): void =>
      run(join(folder, 'bin', 'pip'), ['install', '--quiet', ...args], folder);
    run('python3', ['-m', 'venv', '.'], folder);
    pip(...packages);
    if (bare.length > 0) pip('--no-deps', '--ignore-requires-python', ...bare);
  });

/** Maven artifacts (`group:artifact:version[:classifier]`) with all they need; the folder's `jars` has them. */
export const mavenPeers = (name: string, artifacts: readonly string[]): string =>
  once(name, (folder) => {
    writeFileSync(join(folder, 'pom.xml'), pom(artifacts));
    run('mvn', ['-q', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], folder);
  });

export const coreNlp = (): string =>
  mavenPeers('corenlp', [
    'edu.stanford.nlp:stanford-corenlp:4.5.7',
    'edu.stanford.nlp:stanford-corenlp:4.5.7:models',
  ]);

const pom = (artifacts: readonly string[]): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>bench</groupId><artifactId>bench</artifactId><version>1</version>
<dependencies>${artifacts.map(dependency).join('')}</dependencies>
</project>
`;

function dependency(artifact: string): string {
  const [group, name, version, classifier] = artifact.split(':');
  const extra = classifier ? `<classifier>${classifier}</classifier>` : '';
  return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version>${extra}</dependency>`;
}
