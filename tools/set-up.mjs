// Runs on whatever Node the machine has (20 or later), before anything is installed: no TypeScript, no dependency.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node ${process.versions.node} is too old: install Node 20 or later (https://nodejs.org).`);
}
installPackages();
installBrowsers();
if (process.argv.includes('--for-tests')) installOffice();

/** Only when what is installed is not what the lockfile asks for: the second start is quick. */
function installPackages() {
  const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const mark = join(root, 'node_modules/.package-lock.json');
  if (existsSync(mark) && packagesOf(readFileSync(mark, 'utf8')) === packagesOf(wanted)) return;
  console.log('Installing the packages of the lockfile…');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // A lockfile made on one platform may lack the optional packages of another, and `npm ci` refuses it for that
  // (https://github.com/npm/cli/issues/4828); `npm install` takes the same versions and adds what is missing.
  if (!succeeds('npm', ['ci', ...quiet])) run('npm', ['install', ...quiet]);
}

/** Name and version of every package, without the root's own entry and without what another platform would install. */
function packagesOf(lockfile) {
  return Object.entries(JSON.parse(lockfile).packages)
    .filter(([path, entry]) => path !== '' && !entry.optional)
    .map(([path, { version }]) => `${path}@${version}`)
    .sort()
    .join('\n');
}

/** Debian as root: the system's own packages. Elsewhere: say what is missing. */
function installBrowsers() {
  const missing = [
    ['chromium', process.env.ANCRAGE_CHROMIUM, ['chromium', 'chromium-browser']],
    ['firefox-esr', process.env.ANCRAGE_FIREFOX, ['firefox-esr', 'firefox']],
  ]
    .filter(([, given, names]) => given === undefined && !names.some(isInstalled))
    .map(([packageName]) => packageName);
  if (missing.length === 0) return;
  if (isDebianAsRoot()) {
    // The languages are packages of their own there; the extension follows the browser's language.
    const packages = ['chromium', 'chromium-l10n', 'firefox-esr', 'firefox-esr-l10n-fr', 'fonts-dejavu-core'];
    installFromDebian(missing, packages);
    return;
  }
  fail(
    [
      `Missing: ${missing.join(', ')}.`,
      'Debian:          sudo apt-get install chromium firefox-esr',
      'Ubuntu:          sudo snap install chromium firefox',
      'Fedora:          sudo dnf install chromium firefox',
      'macOS:           brew install --cask chromium firefox',
      'Elsewhere, install Chromium 140 and Firefox 140 or later, and give their paths:',
      '  ANCRAGE_CHROMIUM=/path/to/chromium ANCRAGE_FIREFOX=/path/to/firefox npm start',
      'Google Chrome itself no longer loads extensions from the command line.',
    ].join('\n'),
  );
}

/** What opens the exports in the tests, which are skipped and say so where it is missing. */
function installOffice() {
  const missing = [
    ['LibreOffice', 'soffice'],
    ['Poppler', 'pdftotext'],
  ]
    .filter(([, command]) => !isInstalled(command))
    .map(([name]) => name);
  if (missing.length === 0) return;
  if (isDebianAsRoot()) {
    installFromDebian(missing, ['libreoffice-calc-nogui', 'libreoffice-writer-nogui', 'poppler-utils']);
    return;
  }
  console.log(
    [
      `Missing: ${missing.join(' and ')}; the tests that open the exports in LibreOffice will be skipped.`,
      'Debian, Ubuntu:  sudo apt-get install libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils',
      'Fedora:          sudo dnf install libreoffice-calc libreoffice-writer poppler-utils',
      'macOS:           brew install --cask libreoffice && brew install poppler',
    ].join('\n'),
  );
}

function isDebianAsRoot() {
  return process.getuid?.() === 0 && isInstalled('apt-get');
}

function installFromDebian(names, packages) {
  console.log(`Installing ${names.join(' and ')} from the system's packages…`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], environment);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], environment);
}

/** Where macOS keeps what is on no PATH. */
const MAC_APPLICATIONS = {
  chromium: '/Applications/Chromium.app/Contents/MacOS/Chromium',
  firefox: '/Applications/Firefox.app/Contents/MacOS/firefox',
  soffice: '/Applications/LibreOffice.app/Contents/MacOS/soffice',
};

function isInstalled(command) {
  if (process.platform === 'darwin' && existsSync(MAC_APPLICATIONS[command] ?? '')) return true;
  return (process.env.PATH ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .some((folder) => existsSync(join(folder, command)));
}

function run(command, args, env = process.env) {
  const { status, error } = start(command, args, 'inherit', env);
  if (error !== undefined || status !== 0) fail(`"${command} ${args.join(' ')}" failed; its message is above.`);
}

function succeeds(command, args) {
  return start(command, args, 'ignore', process.env).status === 0;
}

function start(command, args, stderr, env) {
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', stderr], env, shell });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
