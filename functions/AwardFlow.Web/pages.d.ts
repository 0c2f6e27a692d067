// What the type checker (npm run lint) cannot see by itself about the pages' scripts. No script loads this.

// Both are taken from npm into the program by the build (AwardFlow.Web.csproj).
declare module '*/lit-html.js' {
  export { html, nothing, render, svg } from 'lit-html';
}
declare module '*/pdf.js' {
  export * from 'pdfjs-dist';
}

// All elements that the pages look up are HTML, and no form that they read has a file in a field that is read as text.
interface ParentNode {
  querySelector<E extends Element = HTMLElement & HTMLInputElement>(selectors: string): E | null;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}
interface Element {
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}
interface EventTarget {
  closest(selectors: string): HTMLElement | null;
}
interface FormData {
  get(name: string): string | null;
}
