import path from 'node:path';
import ts from 'typescript';
import { entryOf, lackedBy } from './browser-support.ts';
import { type Lack, useSelector } from './css-support.ts';

/** Methods that take a selector. */
const SELECTING = new Set(['querySelector', 'querySelectorAll', 'closest', 'matches']);
/** TypeScript's declaration files for browsers. */
const BROWSER_TYPES = /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/u;

export interface ScriptLack extends Lack {
  file: string;
}

/**
 * What scripts use, with all modules that they import for more than types, and some of the oldest browsers lack:
 * methods and classes by their types, expressions, and selectors.
 * @param entries the scripts of the pages, in the project
 */
export function lacksOfScripts(entries: readonly string[]): ScriptLack[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config,
    ts.sys,
    process.cwd(),
  );
  const program = ts.createProgram(entries as string[], options);
  const checker = program.getTypeChecker();
  const found = new Map<string, ScriptLack>();
  for (const source of reachable(program, entries, options)) {
    const file = path.relative(process.cwd(), source.fileName);
    const use = (...keys: string[]) => {
      const browsers = lackedBy(entryOf(...keys));
      const feature = keys.join('.');
      if (browsers.length > 0) found.set(`${file} ${feature}`, { file, feature, browsers });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      if (ts.isIdentifier(node)) useName(node, checker, use);
      if (ts.isCallExpression(node)) useSelectors(node, use);
      if (/^(?:RegularExpression|NoSubstitution|String|Template)/u.test(ts.SyntaxKind[node.kind] ?? ''))
        usePattern(node.getText(source), use);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found.values()];
}

type Use = (...keys: string[]) => void;

/** The modules that run in the browser: the entries and what they import for more than types. */
function reachable(
  program: ts.Program,
  entries: readonly string[],
  options: ts.CompilerOptions,
): Set<ts.SourceFile> {
  const found = new Set<ts.SourceFile>();
  const add = (file: string) => {
    const source = program.getSourceFile(file);
    if (!source || source.isDeclarationFile || found.has(source)) return;
    found.add(source);
    const follow = (name: ts.Node | undefined) => {
      if (!name || !ts.isStringLiteral(name)) return;
      const { resolvedModule } = ts.resolveModuleName(name.text, source.fileName, options, ts.sys);
      if (resolvedModule) add(resolvedModule.resolvedFileName);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) && isLoaded(node)) follow(node.moduleSpecifier);
      if (ts.isExportDeclaration(node) && !node.isTypeOnly) follow(node.moduleSpecifier);
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        follow(node.arguments[0]);
      ts.forEachChild(node, visit);
    };
    visit(source);
  };
  for (const entry of entries) add(path.resolve(entry));
  return found;
}

function isLoaded({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return true;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return true;
  return namedBindings.elements.some((each) => !each.isTypeOnly);
}

/** A name that the browser declares: a global, or a member of one of its interfaces, also in an object literal. */
function useName(node: ts.Identifier, checker: ts.TypeChecker, use: Use): void {
  const { parent: at } = node;
  const isProperty = ts.isPropertyAssignment(at) && at.name === node;
  const symbol = isProperty
    ? checker.getContextualType(at.parent)?.getProperty(node.text)
    : checker.getSymbolAtLocation(node);
  for (const declaration of symbol?.declarations ?? []) {
    if (!BROWSER_TYPES.test(declaration.getSourceFile().fileName)) continue;
    const { parent } = declaration;
    const owner =
      ts.isInterfaceDeclaration(parent) || ts.isModuleDeclaration(parent) ? parent.name.text : undefined;
    // `ArrayConstructor`, `ReadonlyArray`: MDN files both under `Array`; what `ARIAMixin` has under `Element`.
    const name = owner?.replace(/Constructor$|^Readonly/gu, '').replace(/^ARIAMixin$/u, 'Element');
    if (name === undefined) {
      use('api', node.text);
      use('javascript', 'builtins', node.text);
      continue;
    }
    use('api', name, node.text);
    use('api', name, `${node.text}_static`);
    use('javascript', 'builtins', name, node.text);
  }
}

function useSelectors({ expression, arguments: [selector] }: ts.CallExpression, use: Use): void {
  if (!selector || !ts.isPropertyAccessExpression(expression) || !SELECTING.has(expression.name.text)) return;
  useSelector(selector.getText().slice(1, -1), use);
}

/** Parts of regular expressions, also of those that are made from strings. */
function usePattern(text: string, use: Use): void {
  if (/\(\?<[=!]/u.test(text)) use('javascript', 'regular_expressions', 'lookbehind_assertion');
  if (text.startsWith('/') && /\/[a-z]*v[a-z]*$/u.test(text))
    use('javascript', 'builtins', 'RegExp', 'unicodeSets');
}
