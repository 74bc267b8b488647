"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";

/** Does something on the server, then asks for the page again. What went wrong is said under `failed`, or by the caller where that is null. */
export function useSellerAction<A, R>(work: (input: A) => Promise<R>, failed: string | null, done?: (result: R) => void) {
  const router = useRouter();
  return useMutation({
    mutationFn: work,
    onSuccess: (result) => {
      done?.(result);
      router.refresh();
    },
    onError: (error) => void (failed && toast(failed, { description: error.message })),
  });
}
