import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./buttonClass";

type Props = Omit<ComponentProps<typeof Link>, "className"> & { variant?: ButtonVariant; size?: ButtonSize; className?: string };

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: Props) {
  return <Link {...rest} className={buttonClass({ variant, size, className })} />;
}
