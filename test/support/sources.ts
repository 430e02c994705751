import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** The path of the imported file from the root of the repository; null for a package. */
  file: string | null;
  specifier: string;
  /** Nothing of it is left when the file runs. */
  typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the repository. */
  path: string;
  lines: number;
  text: string;
  imports: Import[];
  functions: { name: string; lines: number }[];
  classes: string[];
}

/** Every TypeScript file below a folder, tests left out, as the compiler reads it. */
export function sourcesBelow(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => read(join(folder, name)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function read(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const source: SourceFile = {
    path,
    lines: text.trimEnd().split('\n').length,
    text,
    imports: [],
    functions: [],
    classes: [],
  };
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) source.imports.push({ specifier, file: fileOf(path, specifier), typeOnly: isTypeOnly(node) });
    if (ts.isFunctionLike(node) && 'body' in node && node.body) source.functions.push(measured(tree, node));
    if (ts.isClassDeclaration(node) && node.name) source.classes.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return source;
}

/** What an import, a re-export or a dynamic import names. */
function specifierOf(node: ts.Node): string | undefined {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
  return named && ts.isStringLiteralLike(named) ? named.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node) || !node.importClause) return false;
  const { phaseModifier, name, namedBindings } = node.importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function fileOf(importer: string, specifier: string): string | null {
  return specifier.startsWith('.') ? normalize(join(dirname(importer), specifier)).replace(/\.js$/, '.ts') : null;
}

/** From its name to its end: neither the comment above nor the decorators make a function long. */
function measured(tree: ts.SourceFile, node: ts.SignatureDeclaration): { name: string; lines: number } {
  const lineOf = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  const start = lineOf((node.name ?? node).getStart(tree));
  return { name: node.name?.getText(tree) ?? `line ${start + 1}`, lines: lineOf(node.end) - start + 1 };
}
