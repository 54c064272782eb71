"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { firstStepsQuery } from "@/components/inbox/data/queries";
import { FirstSteps } from "@/components/inbox/start/first-steps";
import { useHidden } from "@/components/inbox/start/use-hidden";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";

/** A business in which nothing has happened yet: what to do first. */
export function FirstDay() {
  const { data: steps } = useQuery(firstStepsQuery);
  const [isHidden, hide] = useHidden("first-steps");
  if (steps && !isHidden) return <FirstSteps steps={steps} onHide={hide} />;
  return (
    <EmptyState
      icon={<ChartColumn aria-hidden />}
      title="Your day will stand here"
      action={<ButtonLink href="/inbox">Open the inbox</ButtonLink>}
    >
      Calls, messages and appointments in figures, from the first one on.
    </EmptyState>
  );
}
