"use client";
import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { FloatRegion } from "@/components/ui/float-region";
import { Kbd } from "@/components/ui/kbd";
import { floatClass } from "@/components/ui/overlay/float-class";

const itemClass =
  "flex min-h-control cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1.5 outline-none " +
  "data-highlighted:bg-selection data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuProps = {
  /** The button that opens it; one element that takes a ref. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  /** Only when something else opens it too, such as a key. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A list of actions behind a button. */
export function Menu({ trigger, align = "start", side = "bottom", open, onOpenChange, children }: MenuProps) {
  return (
    <Primitive.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <FloatRegion>
          <Primitive.Content
            align={align}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cx(
              floatClass,
              "scroll-quiet max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-80 overflow-y-auto p-1",
            )}
          >
            {children}
          </Primitive.Content>
        </FloatRegion>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type MenuItemProps = {
  icon?: ReactNode;
  keys?: string[];
  tone?: "plain" | "bad";
  isDisabled?: boolean;
  /** Goes somewhere instead of doing something. */
  href?: string;
  onSelect?: () => void;
  children: ReactNode;
};

/** One action or one way to go. */
export function MenuItem({
  icon,
  keys,
  tone = "plain",
  isDisabled,
  href,
  onSelect,
  children,
}: MenuItemProps) {
  const face = (
    <>
      {icon && <span className={tone === "bad" ? "text-bad" : "text-muted"}>{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys && <Kbd keys={keys} />}
    </>
  );
  return (
    <Primitive.Item
      disabled={isDisabled}
      onSelect={onSelect}
      asChild={Boolean(href)}
      className={cx(itemClass, tone === "bad" && "text-bad")}
    >
      {href ? <Link href={href}>{face}</Link> : face}
    </Primitive.Item>
  );
}

type MenuChoiceProps = { isChecked: boolean; onSelect: () => void; icon?: ReactNode; children: ReactNode };

/** One of several states; the chosen one carries a check. */
export function MenuChoice({ isChecked, onSelect, icon, children }: MenuChoiceProps) {
  return (
    <Primitive.CheckboxItem checked={isChecked} onSelect={onSelect} className={itemClass}>
      {icon && <span className="text-muted">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <span className="w-4 text-accent">{isChecked && <Check aria-hidden />}</span>
    </Primitive.CheckboxItem>
  );
}

/** A quiet heading over a group of items. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Primitive.Label className="px-2.5 pt-2 pb-1 text-meta text-muted">{children}</Primitive.Label>;
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
