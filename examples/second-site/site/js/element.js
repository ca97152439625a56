/** Makes an element. What is put in is always text or another element, never markup. Functions are listeners: `onclick`. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.flat());
  return element;
}
