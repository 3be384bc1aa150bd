import { escapeHtml, richText } from './html';
import type { SchemaShape } from './open-api-shape';

const PREFIX = '#/components/schemas/';

/** In one line what a value is: its type, with a link where it has a name. */
export function typeHtml(schema: SchemaShape): string {
  if (schema.$ref !== undefined) return schemaLink(schema.$ref);
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeHtml).join(' or ');
  if (schema.enum !== undefined)
    return schema.enum.map((one) => `<code>${escapeHtml(JSON.stringify(one))}</code>`).join(' ');
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (schema.items !== undefined) return `list of ${typeHtml(schema.items)}`;
  const values = schema.additionalProperties;
  if (typeof values === 'object' && schema.properties === undefined) return `object of ${typeHtml(values)}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any']);
  return escapeHtml([...types].join(' or '));
}

/** A named schema with its fields. */
export function schemaSection(name: string, schema: SchemaShape): string {
  const about = schema.description === undefined ? '' : `<p>${richText(schema.description)}</p>`;
  const fields = Object.entries(schema.properties ?? {});
  const body = fields.length === 0 ? `<p>${typeHtml(schema)}</p>` : fieldTable(fields, schema.required ?? []);
  return `<section class="schema" id="schema-${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3>${about}${body}</section>`;
}

function fieldTable(fields: readonly (readonly [string, SchemaShape])[], required: readonly string[]): string {
  const rows = fields.map(([name, field]) => {
    const isSure = required.includes(name) ? '' : ' <small>may be absent</small>';
    return `<tr><td><code>${escapeHtml(name)}</code>${isSure}</td><td>${typeHtml(field)}</td><td>${richText(field.description ?? '')}</td></tr>`;
  });
  return `<div class="wide"><table><thead><tr><th>field</th><th>is</th><th>meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function schemaLink(reference: string): string {
  const name = escapeHtml(reference.startsWith(PREFIX) ? reference.slice(PREFIX.length) : reference);
  return `<a href="#schema-${name}">${name}</a>`;
}
