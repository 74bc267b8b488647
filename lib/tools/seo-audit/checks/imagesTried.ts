import { contentType } from "../../../web/contentType";
import type { Asked, Sample, SiteFacts } from "../facts";
import { type Check, cut, type Found, type Look } from "./check";

const HEAVY = 500 * 1024;
const WORTH_PACKING = 200 * 1024;
const OLD = /^image\/(?:bmp|x-ms-bmp|tiff|x-tiff)$/;
const PLAIN = /^image\/(?:png|gif)$/;

/** Pictures that were tried: a sample, of which only the headers are asked. */
export const IMAGES_TRIED: readonly Check[] = [
  {
    id: "image-answers",
    of: "site",
    category: "images",
    level: "error",
    title: "A picture is missing",
    why: "A gap or a torn symbol stands in its place.",
    mend: "Mend its address, or put the file back.",
    look: (site) =>
      sampled(
        site,
        ({ asked }) => (!asked.ok ? asked.reason === "unreachable" : asked.status === 404 || asked.status === 410 || asked.status >= 500),
        answerOf,
      ),
  },
  {
    id: "image-weight",
    of: "site",
    category: "images",
    level: "warning",
    title: "A picture is heavy",
    why: "On a phone it takes seconds.",
    mend: "Make it smaller, and save it as WebP or AVIF.",
    look: (site) => sampled(site, ({ asked }) => bytesOf(asked) > HEAVY, weightOf),
  },
  {
    id: "image-format",
    of: "site",
    category: "images",
    level: "notice",
    title: "A picture is in a wasteful format",
    why: "The same picture could be a fraction as large.",
    mend: "Save photos as WebP or AVIF.",
    look: (site) => sampled(site, ({ asked }) => isWasteful(asked), weightOf),
  },
];

function sampled({ pictures }: SiteFacts, faulty: (sample: Sample) => boolean, found: (sample: Sample) => Found): Look {
  if (pictures.length === 0) return "not_applicable";
  const [first] = pictures;
  if (first && pictures.every(({ asked }) => !asked.ok && asked.reason !== "unreachable"))
    return { unknown: first.asked.ok ? "" : first.asked.why };
  return pictures.filter(faulty).map(found);
}

function answerOf({ url, from, spot, asked }: Sample): Found {
  return { text: asked.ok ? `${cut(url)} answers ${asked.status}.` : asked.why, url, page: from, spot };
}

function weightOf({ url, from, spot, asked }: Sample): Found {
  return { text: `${cut(url)}: ${Math.round(bytesOf(asked) / 1024)} KB, ${mimeOf(asked)}`, url, page: from, spot };
}

function bytesOf(asked: Asked): number {
  return asked.ok && asked.status === 200 ? Number(asked.headers["content-length"] ?? 0) || 0 : 0;
}

function mimeOf(asked: Asked): string {
  return (asked.ok && contentType(asked).mime) || "";
}

function isWasteful(asked: Asked): boolean {
  const mime = mimeOf(asked);
  return asked.ok && asked.status === 200 && (OLD.test(mime) || (PLAIN.test(mime) && bytesOf(asked) > WORTH_PACKING));
}
