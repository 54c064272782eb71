"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ApiAnswer, Problem } from "@/components/api/call-api";
import { toast } from "@/components/ui/overlay/toast";

/** Shows a problem at the fields it names; returns the sentence for above the form when it names none of them. */
export function showProblem<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, "setError">,
  fields: readonly FieldPath<Values>[],
  problem: Problem,
): string | null {
  const known = problem.errors.flatMap(({ field, message }) => {
    const path = fields.find((name) => name === field);
    return path ? [{ path, message }] : [];
  });
  for (const { path, message } of known) form.setError(path, { message }, { shouldFocus: true });
  return known.length > 0 ? null : sentenceOf(problem);
}

/** A problem in one sentence, with how long to wait where the server says so. */
export function sentenceOf(problem: Problem): string {
  const wait = problem.retryAfterSeconds;
  if (problem.code !== "rate_limited" || !wait) return problem.detail;
  return wait < 90
    ? `Too many attempts. Try again in ${wait} seconds.`
    : `Too many attempts. Try again in ${Math.ceil(wait / 60)} minutes.`;
}

/**
 * Runs a change from a button: one at a time, then the page shows the new state; a problem becomes a toast that stays.
 * Returns whether it worked.
 */
export function useSave() {
  const router = useRouter();
  const [isSaving, setIsSaving] = useState(false);

  async function save(call: () => Promise<ApiAnswer<unknown>>, done?: string): Promise<boolean> {
    setIsSaving(true);
    const answer = await call();
    setIsSaving(false);
    if (!answer.ok) {
      toast.error(sentenceOf(answer.problem));
      return false;
    }
    if (done) toast.success(done);
    router.refresh();
    return true;
  }

  return { save, isSaving };
}
