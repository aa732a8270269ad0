// Reads {schema, statements: [{name, text}]} as JSON on standard input, checks every statement with Neo4j's own
// parser and semantic checker, and writes the findings as JSON: [{name, severity, message, line, column, text}].
import { readFileSync } from "node:fs";
import { isNotParamError, lintCypherQuery } from "@neo4j-cypher/language-support";

const { schema, statements } = JSON.parse(readFileSync(0, "utf-8"));

// Parameters are the caller's business: every $name counts as given.
function parametersOf(text) {
  return Object.fromEntries([...text.matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => [match[1], null]));
}

const SEVERITIES = ["", "error", "warning", "information", "hint"];

const findings = statements.flatMap(({ name, text }) => {
  const { diagnostics } = lintCypherQuery(text, { ...schema, parameters: parametersOf(text) });
  return diagnostics.filter(isNotParamError).map((diagnostic) => ({
    name,
    severity: SEVERITIES[diagnostic.severity] ?? "error",
    message: diagnostic.message,
    line: diagnostic.range.start.line + 1,
    column: diagnostic.range.start.character + 1,
    text,
  }));
});

process.stdout.write(JSON.stringify(findings) + "\n");
