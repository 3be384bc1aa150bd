import { escapeHtml, richText } from './html';
import type { OperationShape, ParameterShape, ResponseShape } from './open-api-shape';
import { typeHtml } from './schema-html';

/** A path and method with all that is known of it, and for GET a form to try it. */
export function operationSection(method: string, path: string, operation: OperationShape): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  const verb = method.toUpperCase();
  const id = escapeHtml(operationId);
  return [
    `<section class="operation" id="${id}">`,
    `<h3><span class="verb ${escapeHtml(method)}">${escapeHtml(verb)}</span> <code>${escapeHtml(path)}</code> <a class="anchor" href="#${id}" aria-label="Link to ${id}">#</a></h3>`,
    `<p>${richText(summary)}.</p>`,
    requestBody === undefined ? '' : `<p><b>Body:</b> ${richText(requestBody.description ?? 'any')}</p>`,
    parameters.length === 0 ? '' : parameterTable(parameters),
    responseTable(responses),
    method === 'get' ? tryForm(path, parameters) : '',
    '</section>',
  ].join('');
}

function parameterTable(parameters: readonly ParameterShape[]): string {
  const rows = parameters.map(({ name, in: place, required, description, schema }) => {
    const mark = required === true ? ' <small>required</small>' : '';
    const where = place === 'path' ? ' <small>in the path</small>' : '';
    return `<tr><td><code>${escapeHtml(name)}</code>${mark}${where}</td><td>${typeHtml(schema)}</td><td>${richText(description ?? schema.description ?? '')}</td></tr>`;
  });
  return table(['parameter', 'is', 'meaning'], rows);
}

function responseTable(responses: Readonly<Record<string, ResponseShape>>): string {
  const rows = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const bodies = Object.entries(content).map(([type, { schema }]) => {
      const isNamed = schema !== undefined && Object.keys(schema).length > 0;
      return `<code>${escapeHtml(type)}</code>${isNamed ? ` ${typeHtml(schema)}` : ''}`;
    });
    return `<tr><td>${escapeHtml(status)}</td><td>${richText(description)}</td><td>${bodies.join('<br>')}</td></tr>`;
  });
  const summary = `Replies: ${Object.keys(responses).map(escapeHtml).join(', ')}`;
  return `<details><summary>${summary}</summary>${table(['status', 'when', 'body'], rows)}</details>`;
}

/** Works through the script of the page; without it, the address below is shown to copy. */
function tryForm(path: string, parameters: readonly ParameterShape[]): string {
  const inputs = parameters.map(({ name, in: place, required }) => {
    const isRequired = required === true ? ' required' : '';
    return `<label><span>${escapeHtml(name)}</span><input name="${escapeHtml(name)}" data-in="${escapeHtml(place)}" autocomplete="off" spellcheck="false"${isRequired}></label>`;
  });
  return [
    '<details class="try"><summary>Try it</summary>',
    `<form data-path="${escapeHtml(path)}">${inputs.join('')}<button>Send</button></form>`,
    `<p class="address"><code>GET ${escapeHtml(path)}</code></p><pre class="reply" tabindex="0" hidden></pre></details>`,
  ].join('');
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => `<th>${text}</th>`).join('');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
