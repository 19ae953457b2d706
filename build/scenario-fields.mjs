// What follows from the fields of scenarios in `schemas/scenario.schema.json`: their names as a type, and their descriptions,
// which are their English texts.

/** Every field as `owner.name` with its description; the owner is the definition that it belongs to, of the file itself `scenario`. */
function fieldsOf(schema) {
  const fields = new Map();
  const walk = (node, owner) => {
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      fields.set(`${owner}.${name}`, field.description);
      walk(field, owner);
    }
    for (const inner of [node.additionalProperties, node.items, node.then, node.else]) if (inner) walk(inner, owner);
  };
  walk(schema, 'scenario');
  for (const [name, definition] of Object.entries(schema.definitions)) walk(definition, name);
  return [...fields];
}

export function scenarioFieldKeys(schema) {
  return `export type ScenarioFieldKey =\n${fieldsOf(schema)
    .map(([key]) => `  | '${key}'`)
    .join('\n')};\n`;
}

export function scenarioFieldTexts(schema) {
  const texts = fieldsOf(schema).map(([key, description]) => {
    if (!description) throw new Error(`the scenario's field ${key} has no description`);
    return `  ${JSON.stringify(`scenario-field.${key}`)}: ${JSON.stringify(description)},\n`;
  });
  return `export const scenarioFieldTexts = {\n${texts.join('')}} as const;\n`;
}
