import { trialCheck } from "../trialCheck";

export const garbage = trialCheck("garbage", {
  id: "refuses-garbage",
  title: "Refuses nonsense without breaking",
  mend: "Refuse a header that can't be read with 400 or 402.",
});
