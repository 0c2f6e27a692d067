// The templates of lit-html, with one rule more: what is not there (false, null, undefined) is not shown, in texts and in
// attributes. Texts are set as text and never as markup, so nothing from a sheet can become a part of the page.
import { html as lit, nothing, render as draw, svg as drawing } from './lit-html.js';

const shown = value => value === false || value === null || value === undefined ? nothing : Array.isArray(value) ? value.map(shown) : value;

export const html = (strings, ...values) => lit(strings, ...values.map(shown));

/** The same for what stands inside a drawing. */
export const svg = (strings, ...values) => drawing(strings, ...values.map(shown));

/** Draws a template into an element, or draws it anew with what has changed. */
export const render = (template, where) => draw(shown(template), where);

/** An element of its own inside a template, such as one for messages. */
export const place = () => document.createElement('div');
