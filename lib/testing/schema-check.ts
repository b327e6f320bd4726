import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const FILE = join(fileURLToPath(new URL("../../", import.meta.url)), "checked-json-ld.ts");

/** One JSON-LD document, already parsed, and what to call it where it is wrong. */
export type Document = { name: string; json: unknown };

/**
 * What is wrong with JSON-LD documents by the types of schema.org (schema-dts), as the TypeScript compiler says it:
 * a property that a type does not have, a value that a property does not take. Empty where nothing is.
 */
export function findSchemaFaults(documents: Document[]): string[] {
  const constants = documents.flatMap(({ json }, index) => {
    const inputs: unknown[] = [];
    const plain = withoutActionInputs(json, inputs);
    return [
      `export const checked${index}: Graph = ${literal(plain)};`,
      // A line for each document: an error's line tells which one it is about.
      `export const inputs${index}: (PropertyValueSpecification | string)[] = ${literal(inputs)};`,
    ];
  });
  const text = ['import type { Graph, PropertyValueSpecification } from "schema-dts";', ...constants].join(
    "\n",
  );
  return diagnose(text).map(({ line, message }) => {
    const { name } = documents[Math.floor((line - 1) / 2)] ?? { name: "?" };
    return `${name}: ${message}`;
  });
}

/** On one line: the compiler counts two more characters as ends of lines than JSON does. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** `query-input` and its like stand in a part of the vocabulary that its types leave to a type around them. */
function withoutActionInputs(value: unknown, found: unknown[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutActionInputs(entry, found));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, entry]) => {
    const isInput = "@type" in value && String(value["@type"]).endsWith("Action") && key.endsWith("-input");
    if (isInput) found.push(entry);
    return !isInput;
  });
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutActionInputs(entry, found)]));
}

function diagnose(text: string): { line: number; message: string }[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === FILE || fileExists.call(host, name);
  host.readFile = (name) => (name === FILE ? text : readFile.call(host, name));
  host.getSourceFile = (name, target, ...rest) =>
    name === FILE ? ts.createSourceFile(name, text, target) : getSourceFile.call(host, name, target, ...rest);
  const program = ts.createProgram([FILE], options, host);
  const source = program.getSourceFile(FILE);
  const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return found.map(({ start = 0, messageText }) => ({
    line: source?.getLineAndCharacterOfPosition(start).line ?? 0,
    message: ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 400),
  }));
}
