import { type SourceFile, sourcesBelow } from './support/sources.js';

/** What is above may not import what is below. */
const order = [
  'platform',
  'activity',
  'identity',
  'clubs',
  'members',
  'contacts',
  'network',
  'referrals',
  'meetings',
  'deals',
  'surveys',
  'reports',
  'notifications',
  'imports',
  'exports',
  // The files of src itself and the command line put it all together.
  'application',
];

const limits = { fileLines: 300, functionLines: 70 };

const sources = sourcesBelow('src');
const byPath = new Map(sources.map((source) => [source.path, source]));

const moduleOf = (path: string): string => {
  const [, folder = '', file] = path.split('/');
  return file === undefined || folder === 'cli' ? 'application' : folder;
};
const rankOf = (path: string): number => order.indexOf(moduleOf(path));

/** The imported files of ours, with those that leave no trace at run time within one module left out. */
const mattering = (source: SourceFile): string[] =>
  source.imports.flatMap(({ file, typeOnly }) =>
    file && byPath.has(file) && !(typeOnly && moduleOf(file) === moduleOf(source.path)) ? [file] : [],
  );

/** The first way round from a file back to itself, if there is one. */
function findCycle(): string[] | null {
  const done = new Set<string>();
  const walk = (path: string, way: string[]): string[] | null => {
    const start = way.indexOf(path);
    if (start >= 0) return [...way.slice(start), path];
    if (done.has(path)) return null;
    for (const next of mattering(byPath.get(path) as SourceFile)) {
      const cycle = walk(next, [...way, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of sources) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return null;
}

test('every folder of src has its place in the order', () => {
  expect([...new Set(sources.map(({ path }) => moduleOf(path)))].filter((name) => !order.includes(name))).toEqual([]);
});

test('a module imports only what stands above it', () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ file }) => file?.startsWith('src/') && rankOf(file) > rankOf(path))
      .map(({ file }) => `${path} imports ${file}`),
  );
  expect(wrong).toEqual([]);
});

test('what runs imports nothing from tests, and the migrations stand by themselves', () => {
  const outside = sources.flatMap(({ path, imports }) =>
    imports
      .filter(
        ({ file }) =>
          file && !file.startsWith('src/') && !(file.startsWith('migrations/') && rankOf(path) === order.length - 1),
      )
      .map(({ file }) => `${path} imports ${file}`),
  );
  const migrations = sourcesBelow('migrations').flatMap(({ path, imports }) =>
    imports.filter(({ specifier }) => specifier !== 'typeorm').map(({ specifier }) => `${path} imports ${specifier}`),
  );
  expect([...outside, ...migrations]).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(findCycle()).toBeNull();
});

test('no module is declared before it exists', () => {
  expect(sources.filter(({ text }) => /\bforwardRef\b/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('files are named in kebab-case by what they hold, and none is a drawer for all sorts', () => {
  const allSorts = /(^|\/)(index|common|shared|misc|utils?|helpers?)[./]|(utils?|helpers?|managers?)\.ts$/;
  const wrong = sources.filter(
    ({ path }) => allSorts.test(path) || !/^src(\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*)+\.ts$/.test(path),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no class is named for being a base or a manager', () => {
  const wrong = sources.flatMap(({ path, classes }) =>
    classes.filter((name) => /^Base|Manager$|Helper$|Utils?$/.test(name)).map((name) => `${name} in ${path}`),
  );
  expect(wrong).toEqual([]);
});

test(`no file is longer than ${limits.fileLines} lines`, () => {
  const long = sources.filter(({ lines }) => lines > limits.fileLines);
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test(`no function is longer than ${limits.functionLines} lines`, () => {
  const long = sources.flatMap(({ path, functions }) =>
    functions.filter(({ lines }) => lines > limits.functionLines).map(({ name, lines }) => `${path} ${name}: ${lines}`),
  );
  expect(long).toEqual([]);
});
