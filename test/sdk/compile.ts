import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/** What the compiler says of these files, each by its name, against the SDK as built. */
export function compile(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  const texts = new Map(Object.entries(files).map(([name, text]) => [join(here, name), text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = path => texts.has(path) || fileExists(path);
  // The files' folders exist in name only.
  host.directoryExists = () => true;
  host.readFile = path => texts.get(path) ?? readFile(path);
  const program = ts.createProgram([...texts.keys()], options, host);

  return Object.fromEntries(
    Object.keys(files).map(name => {
      const source = program.getSourceFile(join(here, name));
      const said = ts.getPreEmitDiagnostics(program, source);
      return [name, said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))];
    }),
  );
}
