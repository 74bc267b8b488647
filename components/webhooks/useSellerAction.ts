"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";

/** Does something on the server, then asks for the page again. What went wrong is said under `failed`. */
export function useSellerAction<A, R>(work: (input: A) => Promise<R>, failed: string, done?: (result: R) => void) {
  const router = useRouter();
  return useMutation({
    mutationFn: work,
    onSuccess: (result) => {
      done?.(result);
      router.refresh();
    },
    onError: (error) => toast(failed, { description: error.message }),
  });
}
