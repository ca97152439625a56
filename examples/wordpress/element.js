/** An element. What is put in is text or another element, never markup. Functions are listeners: `onclick`. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== false));
  return element;
}

export const button = (label, act) =>
  h('p', null, h('button', { type: 'button', onclick: () => void act() }, label));
