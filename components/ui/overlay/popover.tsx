"use client";
import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { floatClass } from "@/components/ui/overlay/float-class";

type PopoverProps = {
  trigger: ReactNode;
  /** Accessible name of what opens. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  /** Without inner space, for lists that bring their own. */
  isFlush?: boolean;
  children: ReactNode;
};

/** A small surface beside its button, for a filter, a picker or a short form. */
export function Popover({
  trigger,
  label,
  open,
  onOpenChange,
  align = "start",
  side,
  isFlush,
  children,
}: PopoverProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(floatClass, "max-w-[calc(100vw-16px)]", !isFlush && "w-72 p-4")}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
