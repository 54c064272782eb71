import { sendMessage } from "./api.js";
import { make } from "./dom.js";
import { icon } from "./icons.js";

const MOST_BYTES = 5 * 1024 * 1024;

/** The line at the foot of the phone: text, pictures, send. */
export function buildComposer(view) {
  const draft = { pictures: [] };
  const problem = make("p", { class: "composer-problem", role: "alert", hidden: true });
  const shelf = make("div", { class: "pictures", hidden: true });
  const text = make("textarea", { rows: "1", placeholder: "Message", "aria-label": "Message", dir: "auto" });
  const file = make("input", {
    type: "file",
    accept: "image/*",
    multiple: true,
    hidden: true,
    "aria-label": "Pictures",
  });
  const attach = make(
    "button",
    { class: "round-button", type: "button", "aria-label": "Add a picture" },
    icon("picture"),
  );
  const send = make(
    "button",
    { class: "round-button is-send", type: "submit", "aria-label": "Send" },
    icon("send"),
  );
  const row = make("div", { class: "composer-row" }, attach, file, text, send);
  const element = make("form", { class: "composer" }, problem, shelf, row);

  const complain = (words) => {
    problem.textContent = words;
    problem.hidden = !words;
  };
  const paint = () => {
    shelf.hidden = draft.pictures.length === 0;
    shelf.replaceChildren(...draft.pictures.map((picture) => pictureOnShelf(picture, draft, paint)));
    send.disabled = !text.value.trim() && draft.pictures.length === 0;
  };
  const add = async (files) => {
    complain("");
    const isFine = [...files].every(({ size, type }) => size <= MOST_BYTES && type.startsWith("image/"));
    if (!isFine) return complain("Pictures of up to 5 MB, please.");
    draft.pictures.push(...(await Promise.all([...files].map(readPicture))));
    paint();
  };
  const submit = async () => {
    if (send.disabled) return;
    const message = composed(view, text.value, draft.pictures);
    text.value = "";
    draft.pictures = [];
    complain("");
    paint();
    await sendMessage(message).catch((error) => complain(error.message));
  };

  attach.addEventListener("click", () => file.click());
  file.addEventListener("change", () => add(file.files).then(() => (file.value = "")));
  text.addEventListener("input", paint);
  text.addEventListener(
    "paste",
    ({ clipboardData }) => clipboardData.files.length && add(clipboardData.files),
  );
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  paint();

  const suggest = (words) => {
    text.value = words;
    text.focus();
    paint();
  };
  return { element, suggest };
}

function composed({ handset, channel }, body, pictures) {
  const { person, business } = handset;
  const media = pictures.map(({ contentType, data }) => ({ contentType, data }));
  const { carrier, phoneNumber } = business;
  return {
    carrier,
    from: person.phone,
    to: phoneNumber,
    channel,
    body: body.trim(),
    media,
    profileName: person.name ?? undefined,
  };
}

function pictureOnShelf(picture, draft, paint) {
  const remove = () => {
    draft.pictures = draft.pictures.filter((other) => other !== picture);
    paint();
  };
  return make(
    "div",
    { class: "picture" },
    make("img", { src: picture.url, alt: picture.name }),
    make(
      "button",
      { type: "button", "aria-label": `Remove ${picture.name}`, onclick: remove },
      icon("cross"),
    ),
  );
}

/** A picture as the simulator takes it: type and base64. */
function readPicture(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => {
      const url = String(reader.result);
      resolve({ name: file.name, contentType: file.type, url, data: url.slice(url.indexOf(",") + 1) });
    };
    reader.readAsDataURL(file);
  });
}
