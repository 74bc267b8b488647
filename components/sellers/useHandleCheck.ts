"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { askMarket } from "./askMarket";

type Answer = { handle: string; free: boolean; message?: string };
export type HandleCheck = { state: "idle" | "checking" | "free" | "taken" | "unknown"; words: string };

const PAUSE_MS = 300;
const SHORTEST = 3;

/** Whether a handle can be had, a moment after the last letter was typed. */
export function useHandleCheck(typed: string): HandleCheck {
  const text = typed.trim().toLowerCase();
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isError } = useQuery({
    queryKey: ["handle", asked],
    queryFn: () => askMarket<Answer>(`/api/seller/handles/${encodeURIComponent(asked)}`),
    enabled: asked.length >= SHORTEST,
    retry: false,
    staleTime: 5_000,
  });
  if (text.length < SHORTEST) return { state: "idle", words: "3 to 30 letters, digits and dashes. It is given once." };
  if (isError && asked === text) return { state: "unknown", words: "Whether it is free could not be looked up." };
  if (!data || asked !== text) return { state: "checking", words: "Looking whether it is free." };
  return data.free ? { state: "free", words: `${data.handle} is free.` } : { state: "taken", words: data.message ?? "It is not free." };
}
