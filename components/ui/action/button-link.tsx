import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/action/button-class";

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className"> &
  ButtonLook & {
    icon?: ReactNode;
    iconAfter?: ReactNode;
  };

/** A link that looks like a button: it goes somewhere, it does not do something. */
export function ButtonLink({ variant, size, wide, icon, iconAfter, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, wide })}>
      {icon}
      <span>{children}</span>
      {iconAfter}
    </Link>
  );
}
