// Cairn's console: sends what is written, shows what comes back, lists the schema. Text only, never HTML.
"use strict";

const $ = (id) => document.getElementById(id);

const EVIDENCE = "evidence { id type from { name } to { name } confidence assertions { record source { dataset } } }";
const PROBLEM = "... on Problem { code message remedy }";
const EXAMPLES = [
  {
    name: "A path to a role",
    query: `query Path($input: CareerPathInput!) {
  careerPath(input: $input) {
    ... on CareerPathAnswer {
      snapshot { version ageSeconds }
      paths {
        months confidence
        steps { kind from { name } to { name } gained { name } ${EVIDENCE} }
        sentences { text edgeIds }
      }
    }
    ${PROBLEM}
  }
}`,
    variables: { input: { targetRole: "" } },
  },
  {
    name: "What is missing for a role",
    query: `query Gap($input: SkillGapInput!) {
  skillGap(input: $input) {
    ... on SkillGapAnswer {
      coverage
      items { skill { name } status requiredLevel heldLevel courses { course { name } hours closes } sentences { text edgeIds } }
    }
    ${PROBLEM}
  }
}`,
    variables: { input: { targetRole: "" } },
  },
  {
    name: "Who can help",
    query: `query Mentors($input: MentorMatchInput!) {
  mentorMatch(input: $input) {
    ... on MentorMatchAnswer {
      candidates { mentor { name } score skills { name } sentences { text edgeIds } }
    }
    ${PROBLEM}
  }
}`,
    variables: { input: { targetRole: "", first: 5 } },
  },
  {
    name: "Find a role, skill, course or person",
    query: `query Find($input: SearchInput!) {
  search(input: $input) {
    ... on SearchAnswer { hits { score match node { id label name } } }
    ${PROBLEM}
  }
}`,
    variables: { input: { text: "engineer" } },
  },
  {
    name: "About this service",
    query: "{ about { version ontologyVersion snapshot { version ageSeconds stalenessBoundSeconds } attributions } }",
    variables: {},
  },
];

function say(text, bad) {
  $("status").textContent = text;
  $("status").className = bad ? "bad" : "";
}

async function ask(query, variables) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/graphql-response+json",
      Authorization: `Bearer ${$("token").value.trim()}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: await response.json() };
}

async function run() {
  let variables;
  try {
    variables = JSON.parse($("variables").value.trim() || "{}");
  } catch {
    say("The variables are not JSON.", true);
    return;
  }
  say("asking…");
  const started = performance.now();
  try {
    const { status, answer } = await ask($("query").value, variables);
    $("result").textContent = JSON.stringify(answer, null, 2);
    say(`${status} in ${Math.round(performance.now() - started)} ms`, status >= 400 || Boolean(answer.errors));
  } catch {
    say("The service does not answer.", true);
  }
}

const TYPES = `{ __schema { types { name kind description
  fields { name description type { ...T } args { name description type { ...T } } }
  inputFields { name description type { ...T } }
  enumValues { name description }
  possibleTypes { name } } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

function typeName(type) {
  if (type.kind === "NON_NULL") return `${typeName(type.ofType)}!`;
  if (type.kind === "LIST") return `[${typeName(type.ofType)}]`;
  return type.name;
}

function entry(list, term, text) {
  const title = document.createElement("dt");
  title.textContent = term;
  const body = document.createElement("dd");
  body.textContent = text || "";
  list.append(title, body);
}

function describe(type) {
  const box = document.createElement("details");
  const title = document.createElement("summary");
  title.textContent = type.name;
  const text = document.createElement("dd");
  text.textContent = type.description || "";
  const list = document.createElement("dl");
  for (const field of type.fields || []) {
    const args = field.args.map((arg) => `${arg.name}: ${typeName(arg.type)}`).join(", ");
    entry(list, `${field.name}${args ? `(${args})` : ""}: ${typeName(field.type)}`, field.description);
  }
  for (const field of type.inputFields || []) entry(list, `${field.name}: ${typeName(field.type)}`, field.description);
  for (const value of type.enumValues || []) entry(list, value.name, value.description);
  if (type.kind === "UNION") entry(list, type.possibleTypes.map((one) => one.name).join(" | "), "");
  box.append(title, text, list);
  box.open = type.name === "Query";
  return box;
}

async function loadTypes() {
  if (!$("token").value.trim()) return;
  try {
    const { answer } = await ask(TYPES, {});
    if (!answer.data) return;
    const types = answer.data.__schema.types.filter((type) => !type.name.startsWith("__") && type.kind !== "SCALAR");
    types.sort((a, b) => (a.name === "Query" ? -1 : b.name === "Query" ? 1 : a.name < b.name ? -1 : 1));
    $("types").replaceChildren(...types.map(describe));
  } catch {
    say("The schema cannot be read.", true);
  }
}

function filterTypes() {
  const wanted = $("filter").value.trim().toLowerCase();
  for (const box of $("types").children) box.hidden = !box.textContent.toLowerCase().includes(wanted);
}

// The examples need the id of a role: the one of the link, else the first one the caller may see.
let targetRole = "";

async function findRole() {
  if (targetRole || !$("token").value.trim()) return;
  try {
    const { answer } = await ask("{ roles(first: 1) { edges { node { id } } } }", {});
    targetRole = answer.data.roles.edges[0].node.id;
    if ($("variables").value.includes('"targetRole": ""')) showExample();
  } catch {
    // The examples keep an empty role; whoever asks is told so.
  }
}

function showExample() {
  const { query, variables } = EXAMPLES[Number($("examples").value)];
  const input = variables.input && "targetRole" in variables.input ? { ...variables.input, targetRole } : variables.input;
  $("query").value = query;
  $("variables").value = JSON.stringify(input ? { input } : {}, null, 2);
}

// A link may carry the token and the id of a role behind the #, which browsers never send to a server.
const handed = new URLSearchParams(location.hash.slice(1));
if (handed.has("token")) {
  $("token").value = handed.get("token");
  history.replaceState(null, "", location.pathname);
}
targetRole = handed.get("role") || "";
EXAMPLES.forEach((example, at) => $("examples").append(new Option(example.name, String(at))));
showExample();
$("examples").addEventListener("change", showExample);
$("run").addEventListener("click", run);
$("filter").addEventListener("input", filterTypes);
$("token").addEventListener("change", () => { loadTypes(); findRole(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
loadTypes();
findRole();
