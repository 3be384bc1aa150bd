/** Filters the list, and sends what is tried; plain ES, as no build step stands between this text and the browser. */
export const DOCS_SCRIPT = `
(() => {
  const filter = document.getElementById('filter');
  filter.addEventListener('input', () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const item of document.querySelectorAll('nav li')) {
      const link = item.firstElementChild;
      item.hidden = !(link.textContent + link.title).toLowerCase().includes(wanted);
    }
    for (const heading of document.querySelectorAll('nav h4')) {
      heading.hidden = !heading.nextElementSibling.querySelector('li:not([hidden])');
    }
  });

  const addressOf = (form) => {
    let path = form.dataset.path;
    const query = new URLSearchParams();
    for (const input of form.querySelectorAll('input')) {
      if (input.dataset.in === 'path') path = path.replace('{' + input.name + '}', encodeURIComponent(input.value) || '{' + input.name + '}');
      else if (input.value !== '') query.append(input.name, input.value);
    }
    const text = query.toString();
    return text === '' ? path : path + '?' + text;
  };

  for (const form of document.querySelectorAll('form')) {
    const address = form.parentElement.querySelector('.address code');
    const reply = form.parentElement.querySelector('.reply');
    form.addEventListener('input', () => { address.textContent = 'GET ' + addressOf(form); });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      reply.hidden = false;
      reply.textContent = 'waiting…';
      try {
        const response = await fetch(addressOf(form).slice(1));
        const type = response.headers.get('Content-Type') || '';
        const text = await response.text();
        const shown = type.includes('json') ? JSON.stringify(JSON.parse(text), null, 2) : text;
        reply.textContent = response.status + ' ' + response.statusText + '  ' + type + '\\n\\n' + shown.slice(0, 20000);
      } catch (error) {
        reply.textContent = 'The service did not answer: ' + error.message;
      }
    });
  }
})();
`;
