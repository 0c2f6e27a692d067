// Prints the text of PDF files as a reader takes it out: a JSON list of strings.
// node pdf-text.mjs FOLDER-OF-PACKAGES pdfjs|pdfium FILE...
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, reader, ...files] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(packages, path)));

async function pdfjs() {
  // Names of the browser that pdf.js asks for when it is loaded; text needs nothing of them.
  globalThis.DOMMatrix ??= class {};
  globalThis.ImageData ??= class {};
  globalThis.Path2D ??= class {};
  console.warn = () => {};
  const { getDocument } = await load('pdfjs-dist/legacy/build/pdf.mjs');
  return async (file) => {
    const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
    let text = '';
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      text += items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n';
    }
    return text;
  };
}

async function pdfium() {
  const { PDFiumLibrary } = await load('@hyzyla/pdfium/dist/index.esm.js');
  const library = await PDFiumLibrary.init();
  return async (file) => {
    const pdf = await library.loadDocument(file);
    return [...pdf.pages()].map((page) => page.getText() + '\n').join('');
  };
}

const read = await { pdfjs, pdfium }[reader]();
const texts = [];
for (const file of files) {
  texts.push(await read(readFileSync(file)));
}
process.stdout.write(JSON.stringify(texts));
