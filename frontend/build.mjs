// Builds the page assets and lays out the report's fonts: node build.mjs CLASSES_DIRECTORY
// Installs packages only when the lock changed and builds only when an input changed, so that a Maven run without
// changes here costs next to nothing.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
if (process.argv.length !== 3) {
  console.error('usage: node build.mjs CLASSES_DIRECTORY');
  process.exit(2);
}
const classes = resolve(process.argv[2]);
const assets = join(classes, 'static', 'assets');
const manifest = join(classes, 'frontend-manifest.json');
const widget = join(classes, 'widget');
const modules = join(here, 'node_modules');

/** Bytes of script, gzipped, that a page may load at most: all entries together. */
const PAGE_BUDGET = 60 * 1024;
/** The same for what only a reader's wish fetches: ECharts, when charts are asked for. */
const WISHED_BUDGET = 170 * 1024;
/** Bytes of the one script that other people's pages load, gzipped. */
const WIDGET_BUDGET = 5 * 1024;
const FONTS = [
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC-Regular.ttf'],
  ['noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', 'NotoSerifSC-Bold.ttf'],
];

install();
fonts();
build();

function install() {
  const stamp = join(modules, '.chengxin-lock');
  const lock = hash([join(here, 'package.json'), join(here, 'package-lock.json')]);
  if (read(stamp) === lock) {
    return;
  }
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

function fonts() {
  const directory = join(classes, 'fonts');
  mkdirSync(directory, { recursive: true });
  for (const [from, name] of FONTS) {
    const source = join(modules, '@expo-google-fonts', from);
    const target = join(directory, name);
    if (!existsSync(target) || statSync(target).size !== statSync(source).size) {
      cpSync(source, target);
    }
  }
}

function build() {
  // outside the classes directory, so that it does not get into the jar
  const stamp = join(dirname(classes), 'frontend.stamp');
  const inputs = hash([
    ...['build.mjs', 'package-lock.json', 'tsconfig.json', 'vite.config.mjs', 'vite.widget.config.mjs'].map((name) => join(here, name)),
    ...files(join(here, 'public')),
    ...files(join(here, 'src')),
  ]);
  if (read(stamp) === inputs && existsSync(manifest) && existsSync(assets) && existsSync(widget)) {
    return;
  }
  rmSync(stamp, { force: true });
  run(process.execPath, [join(modules, 'typescript', 'bin', 'tsc'), '--noEmit']);
  const vite = [join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', '--outDir'];
  run(process.execPath, [...vite, assets]);
  run(process.execPath, [...vite, widget, '--config', 'vite.widget.config.mjs']);
  cpSync(join(here, 'src', 'widget', 'examples'), join(widget, 'examples'), { recursive: true });
  checkWidget();
  checkBudget(JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')));
  renameSync(join(assets, 'manifest.json'), manifest);
  // answers for pages, so it lies beside them, and its name stays
  renameSync(join(assets, 'verify-worker.js'), join(assets, '..', 'verify-worker.js'));
  writeFileSync(stamp, inputs);
}

/** One file that loads no other. */
function checkWidget() {
  const script = readFileSync(join(widget, 'chengxin.js'));
  const size = gzipSync(script).length;
  if (size > WIDGET_BUDGET || readdirSync(widget).length !== 2) {
    console.error(`frontend: the widget is ${size} bytes gzipped (at most ${WIDGET_BUDGET}) in ${readdirSync(widget)}`);
    process.exit(1);
  }
}

function checkBudget(chunks) {
  const of = (kind) => Object.keys(chunks).filter((key) => chunks[key][kind]);
  check('the script of a page', sizeOf(of('isEntry'), chunks), PAGE_BUDGET);
  for (const wished of of('isDynamicEntry')) {
    check(wished, sizeOf([wished], chunks), WISHED_BUDGET);
  }
}

function check(what, size, budget) {
  if (size > budget) {
    console.error(`frontend: ${what} is ${size} bytes gzipped, more than the ${budget} it may be`);
    process.exit(1);
  }
}

/** Chunks with all that they import at once. */
function sizeOf(keys, chunks) {
  const all = new Set();
  const follow = (key) => {
    if (!all.has(key)) {
      all.add(key);
      (chunks[key].imports ?? []).forEach(follow);
    }
  };
  keys.forEach(follow);
  return [...all]
    .map((key) => gzipSync(readFileSync(join(assets, chunks[key].file))).length)
    .reduce((sum, part) => sum + part, 0);
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: here, stdio: 'inherit' });
  if (result.error || result.status !== 0) {
    console.error(`frontend: "${command} ${args.join(' ')}" failed${result.error ? `: ${result.error.message}` : ''}`);
    process.exit(1);
  }
}

function hash(paths) {
  const digest = createHash('sha256');
  for (const path of paths) {
    digest.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return digest.digest('hex');
}

function files(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
