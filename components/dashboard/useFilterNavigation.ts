"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { withParams } from "./withParams";

/** Changes filters in the address line, where they can be shared and found again. */
export function useFilterNavigation() {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [pending, start] = useTransition();
  const change = (changes: Record<string, string | null>) => {
    start(() => router.replace(withParams(path, params.toString(), changes), { scroll: false }));
  };
  return { change, pending };
}
