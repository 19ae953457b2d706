// What follows from the fields of our own files (scenarios, tests, configurations) in their schemas: their descriptions,
// which are their English texts.

/** Every field as `owner.name` with its description; the owner is the definition that it belongs to, of the file itself `root`. */
function fieldsOf(schema, root = 'scenario') {
  const fields = new Map();
  const walk = (node, owner) => {
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      fields.set(`${owner}.${name}`, field.description);
      walk(field, owner);
    }
    for (const inner of [node.additionalProperties, node.items, node.then, node.else]) if (inner) walk(inner, owner);
  };
  walk(schema, root);
  for (const [name, definition] of Object.entries(schema.definitions ?? {})) walk(definition, name);
  return [...fields];
}

/** The texts of a format's fields by `scenario-field.OWNER.NAME`; of definitions that another format describes none. */
export function fieldTexts(schema, root, others = {}) {
  const own = Object.entries(schema.definitions ?? {}).filter(([name]) => !(name in others) && name !== 'scenario');
  const texts = fieldsOf({ ...schema, definitions: Object.fromEntries(own) }, root).map(([key, description]) => {
    if (!description) throw new Error(`the field ${key} has no description`);
    return `  ${JSON.stringify(`scenario-field.${key}`)}: ${JSON.stringify(description)},\n`;
  });
  return `export const ${root}FieldTexts = {\n${texts.join('')}} as const;\n`;
}
