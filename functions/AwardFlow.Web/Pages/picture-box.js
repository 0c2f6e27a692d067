// The emblem or the signature: a picture is dropped or chosen, cropped to its size, sent, and seen at once.
import { ask, of } from './api.js';
import { html, place, render } from './templates.js';
import { attend, say } from './components.js';
import { drop } from './drop.js';
import { t } from './language.js';
import { confirmed, run, show } from './problems.js';

const widest = 1_600;
const white = 245;
const sides = ['left', 'top', 'right', 'bottom'];

// Where something stands in a picture: margins that are white or transparent are cut off, in shares of its width and height.
function bounds(image) {
  const scale = Math.min(1, 400 / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.round(image.width * scale)), height: Math.max(1, Math.round(image.height * scale)) });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let [left, top, right, bottom] = [canvas.width, canvas.height, 0, 0];
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const i = 4 * (y * canvas.width + x);
      if (data[i + 3] > 12 && (data[i] < white || data[i + 1] < white || data[i + 2] < white)) {
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
      }
    }
  }
  return right <= left ? { left: 0, top: 0, right: 0, bottom: 0 }
    : { left: left / canvas.width, top: top / canvas.height, right: 1 - right / canvas.width, bottom: 1 - bottom / canvas.height };
}

function cropped(image, crop) {
  const [x, y] = [crop.left * image.width, crop.top * image.height];
  const [width, height] = [Math.max(1, (1 - crop.left - crop.right) * image.width), Math.max(1, (1 - crop.top - crop.bottom) * image.height)];
  const scale = Math.min(1, widest / Math.max(width, height));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) });
  canvas.getContext('2d').drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * The box of a picture of a cycle; `changed` is told when it is another or none, `chosen` when one is chosen that is not used
 * yet, or no longer is.
 */
export function pictureBox({ id, name, cycle, signal, changed, chosen }) {
  const [area, message] = [place(), place()];
  const address = of(id, name);
  let [shown, image, crop] = [null, null, null];
  const release = () => { if (shown) URL.revokeObjectURL(shown); };
  signal.addEventListener('abort', release);
  const look = async () => {
    const blob = await (await ask(address, { signal })).blob();
    release();
    shown = URL.createObjectURL(blob);
    draw();
  };
  const send = async (file, type) => {
    await ask(address, { method: 'PUT', file, type });
    image = null;
    await look();
    say(t('pictureKept'));
    changed(true);
    chosen();
    attend(area.querySelector('section'));
  };
  const take = async file => {
    render(null, message);
    try {
      // A drawing is kept as it is; it is sharp at any size.
      if (file.type === 'image/svg+xml' || /\.svg$/i.test(file.name)) return await send(file, 'image/svg+xml');
      image = await createImageBitmap(file).catch(() => null);
      if (!image) throw { status: 400, problem: { title: t('notAPicture'), detail: t('notAPictureHelp', { name: file.name }) } };
      crop = bounds(image);
      draw();
      chosen();
      area.querySelector('.crop button')?.focus();
    } catch (error) {
      show(message, error);
    }
  };
  const remove = pressed => run(pressed, message, async () => {
    if (!await confirmed(t(`${name}Remove`), t('pictureRemoveHelp'), t('remove'), 'bad')) return;
    await ask(address, { method: 'DELETE' });
    release();
    shown = null;
    draw();
    changed(false);
    attend(area.querySelector('section'));
  });
  const sample = () => {
    const canvas = cropped(image, crop);
    canvas.className = 'seen';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', t(name));
    return canvas;
  };
  const draw = () => render(html`
    <section class="picture" id=${name} aria-labelledby="${name}-title" tabindex="-1">
      <h3 id="${name}-title">${t(name)}</h3>
      ${image ? html`<div class="crop">
          ${sample()}
          <div class="sides">${sides.map(side => html`<label>${t(`crop.${side}`)} <input type="range" min="0" max="90" step="1" .value=${String(Math.round(crop[side] * 100))} @input=${event => {
            crop = { ...crop, [side]: Math.min(Number(event.target.value) / 100, 0.95 - crop[{ left: 'right', right: 'left', top: 'bottom', bottom: 'top' }[side]]) };
            draw();
          }}></label>`)}</div>
          <div class="row"><button type="button" class="main" @click=${event => run(event.currentTarget, message, () => new Promise((done, failed) => cropped(image, crop).toBlob(blob => send(blob, 'image/png').then(done, failed), 'image/png')))}>${t('usePicture')}</button>
          <button type="button" @click=${() => {
            image = null;
            draw();
            chosen();
            attend(area.querySelector('section'));
          }}>${t('cancel')}</button></div>
        </div>`
    : html`${shown ? html`<img class="seen" src=${shown} alt=${t(name)}>` : html`<p class="hint">${t(`${name}None`)}</p>`}
        ${drop({ id: `${name}-file`, label: t(shown ? 'pictureOther' : 'pictureChoose'), hint: t('pictureHint'), accept: '.png,.svg,.jpg,.jpeg,image/png,image/svg+xml,image/jpeg', take: files => take(files[0]) })}
        ${shown && html`<button type="button" class="plain" @click=${event => remove(event.currentTarget)}>${t(`${name}Remove`)}</button>`}`}
      ${message}
    </section>`, area);
  draw();
  if (cycle[name === 'emblem' ? 'hasEmblem' : 'hasSignature']) look().catch(error => show(message, error));
  return { element: area, isPending: () => image !== null };
}
