import { withBody } from "../pageSpec";
import type { Fault } from "./fault";

const OWN =
  "<p>A long story about rye, told by the oven that has seen it rise and fall for forty years without a single day of rest, ".concat(
    "because stones that grow cold crack, and what has cracked is never quite whole again, whatever the mason says when he hands you his bill.</p>",
  );
const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => `The ${n}th loaf of the day went to number ${n * 7} in the lane.`).join(" ");
const nothing = { menu: "", h1: "", picture: "", pictureLink: "", outside: "", form: "", frame: "" };

export const CONTENT: readonly Fault[] = [
  { id: "content-thin", page: withBody({ text: '<p id="ovens">We bake bread.</p>' }), also: [] },
  {
    id: "content-served",
    page: withBody({ ...nothing, text: '<div id="root"></div><script src="/app.js"></script>' }),
    // A page that is empty lacks all that a page has.
    also: ["content-thin", "h1-present", "links-inside", "text-share"],
    twin: { page: withBody({ app: '<div id="root"></div><script src="/app.js"></script>' }) },
  },
  { id: "text-share", page: withBody({ data: `<div data-x="${"0123456789".repeat(5_000)}"></div>` }) },
  { id: "placeholder-text", page: withBody({ more: "<p>Lorem ipsum dolor sit amet, consectetur.</p>" }) },
  {
    id: "content-unique",
    pages: 3,
    page: withBody({ text: `<h2 id="ovens">News</h2><p>${lines(30)}</p>` }),
    site: { pages: { "/rolls": withBody({ text: `<h2 id="ovens">News</h2><p>${lines(31)}</p>` }) } },
    twin: { page: withBody({ text: `<h2 id="ovens">News</h2><p>${lines(30)}</p>` }) },
  },
  { id: "h1-present", page: withBody({ h1: "<h2>All about rye</h2>" }), also: ["heading-order"] },
  {
    id: "h1-present",
    page: withBody({ h1: "<h1> </h1>" }),
    twin: { page: withBody({ h1: '<h1><img src="/loaf.png" alt="Rye" width="1" height="1"></h1>' }) },
  },
  { id: "h1-single", page: withBody({ more: "<h1>And more about it</h1>" }) },
  {
    id: "heading-order",
    page: withBody({ more: `<h4>A level that was left out</h4>${OWN}` }),
    twin: { page: withBody({ more: `<h3>The next level</h3>${OWN}` }) },
  },
  { id: "heading-empty", page: withBody({ more: "<h2></h2>" }) },
  { id: "form-labels", page: withBody({ form: '<form action="/order"><input name="n" placeholder="Name"></form>' }) },
  {
    id: "form-labels",
    page: withBody({ form: '<form action="/order"><label for="other">Name</label><select id="n"><option>1</option></select></form>' }),
    twin: { page: withBody({ form: '<form><label>Name <input></label><input aria-label="Town"><input type="hidden"></form>' }) },
  },
  {
    id: "button-names",
    page: withBody({ form: "<button></button>" }),
    twin: { page: withBody({ form: '<button aria-label="Order"></button>' }) },
  },
  { id: "frame-titles", page: withBody({ frame: '<iframe src="/map"></iframe>' }) },
];
