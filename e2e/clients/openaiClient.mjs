import OpenAI from "openai";

export const openaiClient = (options) => new OpenAI(options);
